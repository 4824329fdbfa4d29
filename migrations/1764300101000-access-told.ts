import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which end of its access people were already told of. */
export class AccessTold1764300101000 implements MigrationInterface {
  readonly name = 'AccessTold1764300101000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table source add column access_told timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table source drop column access_told');
  }
}
