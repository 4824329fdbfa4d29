import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Instagram can be watched for more than its mentions: sources of before say what they watch. */
export class WatchedOfInstagram1764300161000 implements MigrationInterface {
  readonly name = 'WatchedOfInstagram1764300161000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `update source set settings = settings || '{"watch": "mentions"}'
       where network = 'instagram' and state <> 'removed' and settings -> 'watch' is null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update source set settings = settings - 'watch' where network = 'instagram'`);
  }
}
