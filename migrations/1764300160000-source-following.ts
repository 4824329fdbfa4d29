import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sources that follow topics, and live connections that several sources share. */
export class SourceFollowing1764300160000 implements MigrationInterface {
  readonly name = 'SourceFollowing1764300160000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table source_following (
        source_id bigint primary key constraint source_following_source references source,
        stamp text not null,
        plan jsonb not null,
        kept jsonb not null default '[]',
        kept_at timestamptz,
        next_keep_at timestamptz not null default now(),
        failures integer not null default 0,
        problem_detail text
      )
    `);
    await runner.query('alter table source_stream add column shared text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table source_stream drop column shared');
    await runner.query('drop table source_following');
  }
}
