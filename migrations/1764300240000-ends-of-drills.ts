import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a drill leaves behind can be closed with it, and its posts stop counting for levels. */
export class EndsOfDrills1764300240000 implements MigrationInterface {
  readonly name = 'EndsOfDrills1764300240000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table drill
        add column closing_asked_by bigint constraint drill_closing_asker references person,
        add column closing_asked_at timestamptz,
        add column caused_closed_at timestamptz,
        add constraint drill_closing check (
          (closing_asked_by is null) = (closing_asked_at is null)
          and (closing_asked_at is null or ended_at is not null)
          and (caused_closed_at is null or closing_asked_at is not null));
      create index drill_to_close on drill (id) where closing_asked_at is not null and caused_closed_at is null;
      alter table topic_level add column counts_after timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table topic_level drop column counts_after;
      alter table drill drop constraint drill_closing, drop column closing_asked_by, drop column closing_asked_at,
        drop column caused_closed_at;
    `);
  }
}
