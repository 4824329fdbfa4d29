import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pauses that nothing may cut short, and rules that a source leaves behind at its network. */
export class PausesAndRulesLeft1764300210000 implements MigrationInterface {
  readonly name = 'PausesAndRulesLeft1764300210000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table source add column not_before timestamptz');
    await runner.query(`
      create table source_rules_left (
        source_id bigint primary key constraint source_rules_left_source references source,
        settings jsonb not null,
        account text,
        sealed_credentials bytea,
        since timestamptz not null default now(),
        failures integer not null default 0,
        next_try_at timestamptz not null default now()
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table source_rules_left');
    await runner.query('alter table source drop column not_before');
  }
}
