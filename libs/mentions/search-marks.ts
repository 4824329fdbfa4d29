import { MENTION_STATES, type MentionState } from '#contract/mentions';
import { REALMS, type Realm } from '#platform/contract';

/**
 * What the index of the search knows of a mention besides its words, as numbers: the function `mention_marks` of the
 * database gives those of a mention, and here are those to ask for.
 */
const START = Date.UTC(2000, 0, 1);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Kinds of slots of time: their length, and the number that stands for the one that begins at the start. */
const SLOTS = [
  { length: HOUR, zero: 0 },
  { length: DAY, zero: 10_000_000 },
] as const;
/** A piece of time is made of so many slots of a kind at most: the index reads a list for each of them. */
const MOST_SLOTS = 6;

/**
 * A piece of time in milliseconds, both ends held, and the marks of the slots in it; null where it has too many. Those
 * go as far as a month does: each month has an index of its own, which is asked once.
 */
export interface Piece {
  from: number;
  to: number;
  marks: number[] | null;
}

/** The piece of time of about this length that ends here: it begins where a slot or a month begins, but not before `first`. */
export function pieceBefore(to: number, length: number, first: number): Piece {
  const slot = SLOTS.find((one) => length <= MOST_SLOTS * one.length);
  if (!slot) return { from: Math.max(monthOf(to - length), first), to, marks: null };
  const from = Math.max(slotAt(to - length, slot) * slot.length + START, first);
  return { from, to, marks: marksOf(from, to, slot) };
}

/** The piece of time of about this length that begins here: it ends where a slot or a month ends, but not after `last`. */
export function pieceAfter(from: number, length: number, last: number): Piece {
  const slot = SLOTS.find((one) => length <= MOST_SLOTS * one.length);
  if (!slot) return { from, to: Math.min(monthOf(from + length, 1) - 1, last), marks: null };
  const to = Math.min((slotAt(from + length, slot) + 1) * slot.length + START - 1, last);
  return { from, to, marks: marksOf(from, to, slot) };
}

/** When the month of this time begins, or so many months later: the mentions of a month stand in a table of their own. */
export function monthOf(time: number, later = 0): number {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1);
}

type Slot = (typeof SLOTS)[number];

const slotAt = (time: number, { length }: Slot) => Math.floor((time - START) / length);

function marksOf(from: number, to: number, slot: Slot): number[] {
  const first = slotAt(from, slot);
  return Array.from({ length: slotAt(to, slot) - first + 1 }, (_, at) => slot.zero + first + at);
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
 * How long the first piece of time is to be, when `found` of the mentions that were read through have the words, those
 * reach over `span`, and `needed` are wanted: half as much again as should hold them. What was not found at all may be
 * the very next.
 */
export function firstLength(span: number, found: number, needed: number): number {
  return Math.max((SPARE * span * needed) / Math.max(found, 1), HOUR);
}

/**
 * How long the next piece of time is to be, when `found` were in the last of `length` and `needed` are still missing:
 * half as much again as should hold them, but neither less than the last nor more than 24 times. Nor so long that more
 * would have the words than can be read at once, when `read` of the last piece had them.
 */
export function nextLength(
  length: number,
  { found, read }: { found: number; read: number },
  needed: number,
): number {
  const wanted = found === 0 ? Infinity : (SPARE * length * needed) / found;
  const bearable = read === 0 ? Infinity : (MOST_READ * length) / read;
  return Math.min(Math.max(wanted, length), 24 * length, Math.max(bearable, HOUR));
}

const SPARE = 1.5;
/** Of the mentions that have the words, so many are to be read in one statement at most. */
const MOST_READ = 5000;
