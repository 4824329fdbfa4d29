import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Streams that can go on from a mark, and that ask for a reading instead of bringing posts. */
export class StreamMarks1764300090000 implements MigrationInterface {
  readonly name = 'StreamMarks1764300090000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table source_stream add column mark text, add column nudged_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table source_stream drop column mark, drop column nudged_at');
  }
}
