import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose turn it is to ask a web site, and when it may be asked again. */
export class FeedHosts1764300100000 implements MigrationInterface {
  readonly name = 'FeedHosts1764300100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table feed_host (
        host text primary key,
        holder uuid not null,
        lease_until timestamptz not null,
        next_at timestamptz not null default now()
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table feed_host');
  }
}
