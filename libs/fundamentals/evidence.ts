import type { LessonKey } from './lesson.js';

/** Something that a person did in the product, on the training network unless it belongs to none. */
export type Act = { at: Date; path: string } & (
  | { kind: 'taken'; authorKind: string | null }
  | { kind: 'no_reply'; intent: string; reason: string | null }
  | { kind: 'reply'; carriesMessage: boolean }
  | { kind: 'escalation'; question: string; departments: number }
  | { kind: 'report' }
  | { kind: 'workshop'; sponsor: string; stake: string }
);
export type ActKind = Act['kind'];

/** The acts among which the exercise of a lesson is looked for. */
export const ACT_OF_LESSON: Readonly<Record<LessonKey, ActKind>> = {
  stakeholders: 'taken',
  'key-messages': 'reply',
  'using-answers': 'reply',
  'when-not-to-answer': 'no_reply',
  escalating: 'escalation',
  'first-hour': 'report',
  facilitating: 'workshop',
};

/** A question to departments is at least so long: the situation and what is asked do not fit into less. */
export const QUESTION_LENGTH = 40;
const WEIGHTY_AUTHORS: readonly (string | null)[] = ['press', 'official'];
const LEFT_ALONE: readonly string[] = ['troll', 'rager', 'satirist'];

/** Whether the act is what the exercise of the lesson asks for. */
export function isExercise(lesson: LessonKey, act: Act): boolean {
  if (ACT_OF_LESSON[lesson] !== act.kind) return false;
  switch (act.kind) {
    case 'taken':
      return WEIGHTY_AUTHORS.includes(act.authorKind);
    case 'no_reply':
      return LEFT_ALONE.includes(act.intent) && Boolean(act.reason);
    case 'reply':
      return lesson !== 'key-messages' || act.carriesMessage;
    case 'escalation':
      return act.departments > 0 && act.question.trim().length >= QUESTION_LENGTH;
    case 'report':
      return true;
    case 'workshop':
      return act.sponsor.trim() !== '' && act.stake.trim() !== '';
  }
}

/** The first act after the lesson was begun that does the exercise; null while there is none. */
export function findExercise(lesson: LessonKey, begunAt: Date, acts: readonly Act[]): Act | null {
  return acts
    .filter((act) => act.at >= begunAt && isExercise(lesson, act))
    .reduce<Act | null>((first, act) => (first === null || act.at < first.at ? act : first), null);
}
