import type { Permission } from '#platform/contract';
import type { Lesson } from './lesson.js';

export const LESSON_STATES = ['untouched', 'begun', 'completed'] as const;
export type LessonState = (typeof LESSON_STATES)[number];

/** What is on record of one person and one lesson. */
export interface LessonRecord {
  begunAt: Date | null;
  /** Question → when it was first answered right. */
  rightAt: ReadonlyMap<string, Date>;
  exerciseDoneAt: Date | null;
}

export interface Standing {
  state: LessonState;
  completedAt: Date | null;
  /** Questions of the lesson as it is now that were answered right. */
  right: number;
  /** Whether the exercise is part of it: it is for whoever has the right to do it. */
  exerciseAsked: boolean;
}

/** Where somebody stands: complete once every question was answered right and the exercise, where asked for, is done. */
export function standingOf(
  lesson: Lesson,
  record: LessonRecord,
  permissions: readonly Permission[],
): Standing {
  const exerciseAsked = permissions.includes(lesson.exercise.permission);
  const times = lesson.questions.flatMap(({ key }) => record.rightAt.get(key) ?? []);
  const right = times.length;
  if (exerciseAsked && record.exerciseDoneAt !== null) times.push(record.exerciseDoneAt);
  const complete =
    record.begunAt !== null && times.length === lesson.questions.length + (exerciseAsked ? 1 : 0);
  return {
    state: complete ? 'completed' : record.begunAt === null ? 'untouched' : 'begun',
    completedAt: complete ? new Date(Math.max(...times.map(Number))) : null,
    right,
    exerciseAsked,
  };
}

/** When the whole path was completed; null while anything is missing. */
export function pathCompletedAt(standings: readonly Pick<Standing, 'completedAt'>[]): Date | null {
  const times = standings.flatMap(({ completedAt }) => (completedAt === null ? [] : [completedAt]));
  if (times.length === 0 || times.length < standings.length) return null;
  return new Date(Math.max(...times.map(Number)));
}
