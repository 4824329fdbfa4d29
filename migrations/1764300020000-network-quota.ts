import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units that a network counts, by project and day, taken before they are spent. */
export class NetworkQuota1764300020000 implements MigrationInterface {
  readonly name = 'NetworkQuota1764300020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table network_quota_day (
        network text not null,
        project text not null,
        day date not null,
        used integer not null default 0,
        answering integer not null default 0,
        paid_until timestamptz,
        closed boolean not null default false,
        primary key (network, project, day),
        constraint network_quota_day_units check (answering >= 0 and used >= answering)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table network_quota_day');
  }
}
