import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Some networks give an access for a while only: people see when it ends, before it does. */
export class AccessUntil1764300010000 implements MigrationInterface {
  readonly name = 'AccessUntil1764300010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table source add column access_until timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table source drop column access_until');
  }
}
