import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures that tell of now have a course: it goes back by what began and ended, found by its time alone. */
export class StandingFigures1764300200000 implements MigrationInterface {
  readonly name = 'StandingFigures1764300200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index topic_level_event_crossed on topic_level_event (realm, at) where (from_level > 0) <> (to_level > 0);
      create index escalation_ended on escalation (realm, (coalesce(decided_at, closed_at)))
        where state in ('decided', 'closed');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index escalation_ended, topic_level_event_crossed;`);
  }
}
