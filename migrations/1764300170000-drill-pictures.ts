import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Injects of drills, and the posts that come of them, show pictures; each has to be said in words as well. */
export class DrillPictures1764300170000 implements MigrationInterface {
  readonly name = 'DrillPictures1764300170000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table drill_picture (
        id text primary key,
        media_type text not null,
        content bytea not null,
        person_id bigint not null constraint drill_picture_person references person,
        at timestamptz not null default now()
      );
      alter table training_post
        add column picture_id text constraint training_post_picture references drill_picture,
        add column picture_alt text,
        add constraint training_post_picture_in_words check ((picture_id is null) = (picture_alt is null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table training_post drop column picture_alt, drop column picture_id;
      drop table drill_picture;
    `);
  }
}
