import type { EntityManager } from 'typeorm';
import type { LessonKey } from './lesson.js';
import type { LessonRecord } from './progress.js';

export interface StoredAnswer {
  question: string;
  option: string;
  attempts: number;
  rightAt: Date | null;
}

/** What is on record of a person and a lesson, with what is shown beside it. */
export interface StoredProgress extends LessonRecord {
  exercisePath: string | null;
  answers: StoredAnswer[];
}

const NOTHING: StoredProgress = {
  begunAt: null,
  rightAt: new Map(),
  exerciseDoneAt: null,
  exercisePath: null,
  answers: [],
};

/** The progress of these people; a lesson that somebody has not begun is given as such. */
export async function readProgress(
  manager: EntityManager,
  personIds: readonly string[],
): Promise<(personId: string, lesson: LessonKey) => StoredProgress> {
  const begun: (Pick<StoredProgress, 'begunAt' | 'exerciseDoneAt' | 'exercisePath'> & {
    personId: string;
    lesson: string;
  })[] = await manager.query(
    `select person_id as "personId", lesson, begun_at as "begunAt", exercise_done_at as "exerciseDoneAt",
       exercise_path as "exercisePath" from lesson_progress where person_id = any($1::bigint[])`,
    [personIds],
  );
  const answers: (StoredAnswer & { personId: string; lesson: string })[] = await manager.query(
    `select person_id as "personId", lesson, question, option, attempts, right_at as "rightAt"
     from lesson_answer where person_id = any($1::bigint[])`,
    [personIds],
  );
  const stored = new Map(
    begun.map((row): [string, StoredProgress] => {
      const own = answers.filter(
        ({ personId, lesson }) => personId === row.personId && lesson === row.lesson,
      );
      const rightAt = new Map(
        own.flatMap(({ question, rightAt: at }): [string, Date][] => (at === null ? [] : [[question, at]])),
      );
      return [`${row.personId} ${row.lesson}`, { ...row, rightAt, answers: own }];
    }),
  );
  return (personId, lesson) => stored.get(`${personId} ${lesson}`) ?? NOTHING;
}

/** Notes that the lesson was begun; a lesson begun earlier stays begun then. `at` null: now. */
export async function storeBegun(
  manager: EntityManager,
  personId: string,
  lesson: LessonKey,
  at: Date | null,
): Promise<void> {
  await manager.query(
    `insert into lesson_progress (person_id, lesson, begun_at) values ($1, $2, coalesce($3, clock_timestamp()))
     on conflict do nothing`,
    [personId, lesson, at],
  );
}

/** Notes the option chosen, provided that the lesson was begun; says whether it was. */
export async function storeAnswer(
  manager: EntityManager,
  personId: string,
  lesson: LessonKey,
  given: { question: string; option: string; right: boolean },
  at: Date | null,
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `insert into lesson_answer as a (person_id, lesson, question, option, right_at)
     select $1, $2, $3, $4, case when $5 then coalesce($6, clock_timestamp()) end
     where exists (select from lesson_progress where person_id = $1 and lesson = $2)
     on conflict (person_id, lesson, question) do update
       set option = excluded.option, attempts = a.attempts + 1, right_at = coalesce(a.right_at, excluded.right_at)
     returning attempts`,
    [personId, lesson, given.question, given.option, given.right, at],
  );
  return rows.length > 0;
}
