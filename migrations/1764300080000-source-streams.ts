import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Live connections of sources, each held by one worker at a time. */
export class SourceStreams1764300080000 implements MigrationInterface {
  readonly name = 'SourceStreams1764300080000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table source_stream (
        source_id bigint primary key constraint source_stream_source references source,
        holder uuid,
        lease_until timestamptz not null default now(),
        live_since timestamptz,
        failures integer not null default 0,
        next_try_at timestamptz not null default now(),
        problem_detail text
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table source_stream');
  }
}
