import type { Realm } from '#platform/contract';
import type { LessonKey } from './lesson.js';

/** What can show that somebody would do well to read a lesson: others had to set something right, or time ran out. */
export const NEED_KINDS = [
  'no_reply_reopened',
  'escalation_taken_back',
  'reply_refused',
  'reply_corrected',
  'ask_missed',
  'task_late',
] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

/** The lesson that helps, and from how many on it is suggested: once can happen to anybody. */
export const NEEDS: Readonly<Record<NeedKind, { lesson: LessonKey; from: number }>> = {
  no_reply_reopened: { lesson: 'when-not-to-answer', from: 2 },
  escalation_taken_back: { lesson: 'escalating', from: 2 },
  reply_refused: { lesson: 'using-answers', from: 1 },
  reply_corrected: { lesson: 'using-answers', from: 1 },
  ask_missed: { lesson: 'escalating', from: 2 },
  task_late: { lesson: 'first-hour', from: 2 },
};

/** What is older does not count. */
export const NEED_DAYS = 90;
const DAY_MS = 86_400_000;

export interface Sign {
  kind: NeedKind;
  realm: Realm;
  at: Date;
  /** Address in the console of what is counted. */
  path: string;
}

export interface Suggestion {
  kind: NeedKind;
  realm: Realm;
  count: number;
  /** What is counted, the latest first, at most SHOWN of them. */
  signs: readonly Sign[];
}

export const SHOWN = 10;

/**
 * Why the lesson is suggested; empty when it is not. Only what happened after it was last completed counts, and the
 * training network and the real ones are never added up.
 */
export function suggestionsFor(
  lesson: LessonKey,
  completedAt: Date | null,
  signs: readonly Sign[],
  now: Date,
): Suggestion[] {
  const since = Math.max(completedAt?.getTime() ?? 0, now.getTime() - NEED_DAYS * DAY_MS);
  return NEED_KINDS.flatMap((kind) => {
    if (NEEDS[kind].lesson !== lesson) return [];
    return (['live', 'training'] as const).flatMap((realm) => {
      const counted = signs
        .filter((sign) => sign.kind === kind && sign.realm === realm && sign.at.getTime() > since)
        .sort((a, b) => b.at.getTime() - a.at.getTime());
      if (counted.length < NEEDS[kind].from) return [];
      return [{ kind, realm, count: counted.length, signs: counted.slice(0, SHOWN) }];
    });
  });
}
