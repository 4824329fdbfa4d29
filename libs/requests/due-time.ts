import type { RequestState } from './contract.js';

/**
 * Within how many minutes the first public word is due at each crisis level, counted from the asking: the table of
 * levels of the trade (level 0: service hours, taken as a day). The one place where it is set.
 */
export const MINUTES_TO_FIRST_WORD: Readonly<Record<number, number>> = {
  0: 24 * 60,
  1: 4 * 60,
  2: 60,
  3: 30,
  4: 15,
};

/** When an answer asked for at this level is due. */
export function dueTime(level: number, askedAt: Date): Date {
  const minutes = MINUTES_TO_FIRST_WORD[level];
  if (minutes === undefined) throw new RangeError(`no crisis level ${level}`);
  return new Date(askedAt.getTime() + minutes * 60_000);
}

/** What a further mention makes of level and due time: they only ever become more urgent. */
export function moreUrgent(
  request: { level: number; dueAt: Date },
  mentionLevel: number,
  now: Date,
): { level: number; dueAt: Date } {
  if (mentionLevel <= request.level) return { level: request.level, dueAt: request.dueAt };
  const dueAt = dueTime(mentionLevel, now);
  return { level: mentionLevel, dueAt: dueAt < request.dueAt ? dueAt : request.dueAt };
}

/** Still nothing to answer with, and the time has passed. */
export function isOverdue(request: { state: RequestState; dueAt: Date }, now: Date): boolean {
  return isUnanswered(request.state) && request.dueAt.getTime() <= now.getTime();
}

/** The states in which somebody still has to write or approve. */
export const UNANSWERED: readonly RequestState[] = ['open', 'drafted', 'in_review'];

export function isUnanswered(state: RequestState): boolean {
  return UNANSWERED.includes(state);
}
