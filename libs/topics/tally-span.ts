export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
/** The first Monday of the time that computers count. */
const FIRST_MONDAY = 4 * DAY_MS;

export const TALLY_SPANS = ['hour', 'day', 'week'] as const;
/** What the tallies add mentions up in; all of it UTC, weeks from Monday. */
export type TallySpan = (typeof TALLY_SPANS)[number];

const SIZES: Record<TallySpan, number> = { hour: HOUR_MS, day: DAY_MS, week: WEEK_MS };

/** The begin of the span that a moment falls into; both in milliseconds since 1970. */
export function spanStart(span: TallySpan, moment: number): number {
  const origin = span === 'week' ? FIRST_MONDAY : 0;
  return Math.floor((moment - origin) / SIZES[span]) * SIZES[span] + origin;
}

/** Milliseconds of a span. */
export function spanLength(span: TallySpan): number {
  return SIZES[span];
}
