import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The training path: lessons begun, questions answered, exercises that the rows show; and what one person did, by time. */
export class Fundamentals1764300060000 implements MigrationInterface {
  readonly name = 'Fundamentals1764300060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table lesson_progress (
        person_id bigint not null constraint lesson_progress_person references person,
        lesson text not null,
        begun_at timestamptz not null,
        exercise_done_at timestamptz,
        exercise_path text,
        constraint lesson_progress_pkey primary key (person_id, lesson),
        constraint lesson_progress_exercise check ((exercise_done_at is null) = (exercise_path is null))
      );
      create table lesson_answer (
        person_id bigint not null constraint lesson_answer_person references person,
        lesson text not null,
        question text not null,
        option text not null,
        attempts integer not null default 1,
        right_at timestamptz,
        constraint lesson_answer_pkey primary key (person_id, lesson, question),
        constraint lesson_answer_attempts check (attempts > 0)
      );
      create index decision_by_person on decision (person_id, at);
      create index reply_by_person on reply (person_id, created_at);
      create index escalation_by_opener on escalation (opened_by, opened_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index decision_by_person, reply_by_person, escalation_by_opener;
      drop table lesson_answer, lesson_progress;
    `);
  }
}
