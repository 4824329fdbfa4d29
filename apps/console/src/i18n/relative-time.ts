const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type RelativeParts = 'now' | 'far' | { value: number; unit: 'minute' | 'hour' | 'day' };

/** How far `instant` is from `now` (both in ms), in the unit a person would use; `far` beyond 30 days. */
export function relativeParts(instant: number, now: number): RelativeParts {
  const distance = instant - now;
  const size = Math.abs(distance);
  if (size < MINUTE) return 'now';
  if (size < HOUR) return { value: Math.trunc(distance / MINUTE), unit: 'minute' };
  if (size < DAY) return { value: Math.trunc(distance / HOUR), unit: 'hour' };
  if (size < 30 * DAY) return { value: Math.trunc(distance / DAY), unit: 'day' };
  return 'far';
}
