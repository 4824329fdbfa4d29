import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Owners are reminded of a contact that is due: once for each due time and owner, whichever worker comes first. */
export class ContactReminders1764300131000 implements MigrationInterface {
  readonly name = 'ContactReminders1764300131000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stakeholder_reminder (
        stakeholder_id bigint not null constraint stakeholder_reminder_stakeholder references stakeholder,
        due_at timestamptz not null,
        person_id bigint not null constraint stakeholder_reminder_person references person,
        told_at timestamptz not null default clock_timestamp(),
        primary key (stakeholder_id, due_at, person_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table stakeholder_reminder');
  }
}
