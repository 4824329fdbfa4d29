import type { Learned, SpikeState } from './spike-state.js';

const HOUR_MS = 3_600_000;
/** The level follows a lasting change within about a week. */
const LEVEL_HALF_LIFE_MINUTES = 7 * 24 * 60;
/** An hour of the day, or of the week, is the mean of about as many such hours. */
const HOURS_KEPT = { day: 10, week: 12 };
/** So many hours of a kind have to be seen before their mean counts for half. */
const HOURS_FOR_HALF = { day: 8, week: 20 };
/** Less than this per step is not told apart from nothing. */
const LEAST_EXPECTED_PER_MINUTE = 0.004;

/** Which hour of the week (UTC, Sunday first) and which hour since 1970 a moment lies in. */
function hourOf(at: number): { number: number; ofDay: number; ofWeek: number } {
  const number = Math.floor(at / HOUR_MS);
  const ofDay = ((number % 24) + 24) % 24;
  // 1 January 1970 was a Thursday.
  const day = (((Math.floor(number / 24) + 4) % 7) + 7) % 7;
  return { number, ofDay, ofWeek: day * 24 + ofDay };
}

/** Count that a step which starts at `at` (milliseconds since 1970) would usually have. */
export function expectedCount(state: SpikeState, at: number): number {
  return Math.max(LEAST_EXPECTED_PER_MINUTE * state.step, state.level * seasonAt(state, at));
}

function seasonAt(state: SpikeState, at: number): number {
  const { ofDay, ofWeek } = hourOf(at);
  return Math.exp(
    trusted(state.day[ofDay], HOURS_FOR_HALF.day) + trusted(state.week[ofWeek], HOURS_FOR_HALF.week),
  );
}

function trusted(learned: Learned | undefined, forHalf: number): number {
  return learned === undefined ? 0 : (learned.mean * learned.weight) / (learned.weight + forHalf);
}

/**
 * Takes a count into the baseline. A count of more than twice what is usual counts as twice what is usual (and one):
 * a crisis hardly teaches the baseline anything, a lasting change does.
 */
export function learnBaseline(state: SpikeState, at: number, count: number): void {
  if (state.seen === 0) state.level = count + 0.5;
  const expected = expectedCount(state, at);
  const capped = Math.min(count, 2 * expected + 1);
  const gain = Math.max(1 - 0.5 ** (state.step / LEVEL_HALF_LIFE_MINUTES), 1 / (state.seen + 1));
  state.level = Math.max(
    LEAST_EXPECTED_PER_MINUTE * state.step,
    state.level + gain * (capped / seasonAt(state, at) - state.level),
  );
  const { number } = hourOf(at);
  if (number !== state.hour.number) {
    learnHour(state);
    state.hour = { number, counted: 0, level: 0 };
  }
  state.hour.counted += capped;
  state.hour.level += state.level;
}

function learnHour({ hour, day, week }: SpikeState): void {
  if (hour.number < 0) return;
  const { ofDay, ofWeek } = hourOf(hour.number * HOUR_MS);
  const ratio = Math.log((hour.counted + 0.5) / (hour.level + 0.5));
  const ofThisDay = day[ofDay];
  const ofThisWeek = week[ofWeek];
  if (ofThisDay) learn(ofThisDay, ratio, HOURS_KEPT.day);
  if (ofThisWeek) learn(ofThisWeek, ratio - trusted(ofThisDay, HOURS_FOR_HALF.day), HOURS_KEPT.week);
}

function learn(learned: Learned, value: number, kept: number): void {
  learned.weight = Math.min(learned.weight + 1, kept);
  learned.mean += (value - learned.mean) / learned.weight;
}
