import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Weeks beside hours and days, and the sums of a topic beside its cells: a quarter of 200 topics is read at once. */
export class CoarserTallies1764300050000 implements MigrationInterface {
  readonly name = 'CoarserTallies1764300050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into mention_tally (topic_id, realm, span, start, network, language, voice, mentions, negative, reach)
        select topic_id, realm, 'week', date_trunc('week', start, 'UTC'), network, language, voice, sum(mentions),
          sum(negative), sum(reach)
        from mention_tally where span = 'day' group by 1, 2, 4, 5, 6, 7;
      create table topic_tally (
        topic_id bigint not null,
        realm text not null,
        span text not null,
        start timestamptz not null,
        mentions integer not null,
        negative integer not null,
        reach bigint not null,
        constraint topic_tally_pkey primary key (topic_id, realm, span, start)
      );
      insert into topic_tally (topic_id, realm, span, start, mentions, negative, reach)
        select topic_id, realm, span, start, sum(mentions), sum(negative), sum(reach)
        from mention_tally group by 1, 2, 3, 4;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table topic_tally; delete from mention_tally where span = 'week'`);
  }
}
