import type { RequestState } from './contract.js';

/**
 * Within how many minutes the first public word is due at each crisis level, 0 to 4, counted from the asking, unless a
 * workspace sets other times: the table of levels of the trade (level 0: service hours, taken as a day).
 */
export const MINUTES_TO_FIRST_WORD: readonly number[] = [24 * 60, 4 * 60, 60, 30, 15];

/** When an answer asked for at this level is due. */
export function dueTime(level: number, askedAt: Date, minutesByLevel = MINUTES_TO_FIRST_WORD): Date {
  const minutes = minutesByLevel[level];
  if (minutes === undefined) throw new RangeError(`no crisis level ${level}`);
  return new Date(askedAt.getTime() + minutes * 60_000);
}

/** What a further mention makes of level and due time: they only ever become more urgent. */
export function moreUrgent(
  request: { level: number; dueAt: Date },
  mentionLevel: number,
  now: Date,
  minutesByLevel = MINUTES_TO_FIRST_WORD,
): { level: number; dueAt: Date } {
  if (mentionLevel <= request.level) return { level: request.level, dueAt: request.dueAt };
  const dueAt = dueTime(mentionLevel, now, minutesByLevel);
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
