import { MENTION_STATES, type MentionState } from '#contract/mentions';
import { REALMS, type Realm } from '#platform/contract';

/**
 * What the index of the search knows of a mention besides its words, as numbers: the function `mention_marks` of the
 * database gives those of a mention, and here are those to ask for.
 */
const START = Date.UTC(2000, 0, 1);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Kinds of slots of time: their length, and the number that stands for the one that begins at the start. */
const SLOTS = [
  { length: HOUR, zero: 0 },
  { length: DAY, zero: 10_000_000 },
  { length: 32 * DAY, zero: 20_000_000 },
] as const;
/** More slots than this are not named one by one: larger ones are, or none. */
const MOST_SLOTS = 48;

/** Marks of the slots that hold a time from `from` to `to` (milliseconds, both held); null for a time too long to name. */
export function marksOfTime(from: number, to: number): number[] | null {
  for (const { length, zero } of SLOTS) {
    const first = Math.floor((from - START) / length);
    const count = Math.floor((to - START) / length) - first + 1;
    if (count <= MOST_SLOTS) return Array.from({ length: Math.max(count, 1) }, (_, at) => zero + first + at);
  }
  return null;
}

/** The mark of a level. */
export const markOfLevel = (level: number): number => 30_000_000 + level;
/** The mark of a state. */
export const markOfState = (state: MentionState): number => 40_000_000 + MARKED_STATES.indexOf(state);
/** The mark of a realm. */
export const markOfRealm = (realm: Realm): number => 50_000_000 + REALMS.indexOf(realm);

/** In the order of their numbers in the database; a test holds both together. */
const MARKED_STATES: readonly MentionState[] = MENTION_STATES;

/**
 * How long the next piece of time is to be, when `found` were in the last of `length` and `needed` are still missing:
 * about twice what should hold them, but neither less than twice the last nor more than 24 times.
 */
export function nextLength(length: number, found: number, needed: number): number {
  const wanted = found === 0 ? Infinity : (2 * length * needed) / found;
  return Math.min(Math.max(wanted, 2 * length), 24 * length);
}

/** Of the first piece of time, in milliseconds. */
export const FIRST_LENGTH = HOUR;
