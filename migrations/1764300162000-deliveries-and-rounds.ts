import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a network does not deliver to a source, and how far its posts have been asked for that may be gone. */
export class DeliveriesAndRounds1764300162000 implements MigrationInterface {
  readonly name = 'DeliveriesAndRounds1764300162000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table source add column delivery_problem text, add column gone_round jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table source drop column delivery_problem, drop column gone_round');
  }
}
