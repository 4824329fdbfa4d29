import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The inbox finds what somebody posted without walking through everybody's posts. */
export class MentionsByAuthor1764200009000 implements MigrationInterface {
  readonly name = 'MentionsByAuthor1764200009000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index mention_by_author on mention (coalesce(author_handle, author_name), published_at desc, id desc)
        where assessed_at is not null and not own
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index mention_by_author');
  }
}
