import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A policy can be for what concerns stakeholders of certain classes; an empty list is for everything, as before. */
export class PoliciesBySalience1764300130000 implements MigrationInterface {
  readonly name = 'PoliciesBySalience1764300130000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table escalation_policy add column salience text[] not null default '{}',
        add constraint escalation_policy_salience check (salience <@ array['definitive', 'dangerous', 'dependent',
          'dominant', 'demanding', 'dormant', 'discretionary']);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table escalation_policy drop column salience');
  }
}
