import { Temporal } from 'temporal-polyfill';

/** From this crisis level on, nobody's quiet counts, digests are broken, and the console sounds. The one place of it. */
export const LOUD_LEVEL = 3;

/** When a person or a department is left in peace: a span of each day, and whole days. */
export interface QuietTimes {
  /** IANA name of the zone whose clock counts. */
  timeZone: string;
  /** Wall-clock times, `HH:MM`; over midnight when `from` is later than `until`, nothing when they are the same. */
  hours: { from: string; until: string } | null;
  /** `YYYY-MM-DD`, quiet from midnight to midnight. */
  days?: readonly string[];
}

/** Quiet is never taken for longer than this at once: a calendar full of holidays does not silence anything. */
export const LONGEST_QUIET_DAYS = 14;

/**
 * The first moment from `now` on at which it is not quiet; null when it is not quiet now. Where the clocks are put
 * forward over the end, that is the moment at which they are; where they are put back, it is the end that comes next.
 */
export function quietEnd(times: QuietTimes, now: Date): Date | null {
  const start = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(times.timeZone);
  const latest = start.add({ days: LONGEST_QUIET_DAYS });
  let at = start;
  while (Temporal.ZonedDateTime.compare(at, latest) < 0) {
    const end = endOfQuiet(times, at);
    if (end === null) break;
    at = end;
  }
  return at.epochMilliseconds === start.epochMilliseconds ? null : new Date(at.epochMilliseconds);
}

/** The end of the quiet day or hours that a moment falls into; more may follow. */
function endOfQuiet({ hours, days = [] }: QuietTimes, at: Temporal.ZonedDateTime) {
  if (days.includes(at.toPlainDate().toString())) return at.add({ days: 1 }).startOfDay();
  if (hours === null) return null;
  const [from, until] = [Temporal.PlainTime.from(hours.from), Temporal.PlainTime.from(hours.until)];
  if (!isQuiet(at.toPlainTime(), from, until)) return null;
  const next = nextShown(at, until);
  // Clocks that are put back may come to stand before the beginning.
  const changed = at.getTimeZoneTransition('next');
  return changed && Temporal.ZonedDateTime.compare(changed, next) < 0 ? changed : next;
}

function isQuiet(time: Temporal.PlainTime, from: Temporal.PlainTime, until: Temporal.PlainTime): boolean {
  const order = Temporal.PlainTime.compare(from, until);
  const began = Temporal.PlainTime.compare(time, from) >= 0;
  const goesOn = Temporal.PlainTime.compare(time, until) < 0;
  if (order === 0) return false;
  return order < 0 ? began && goesOn : began || goesOn;
}

/** When a wall clock next comes to `time` or is put past it. */
export function nextShown(after: Temporal.ZonedDateTime, time: Temporal.PlainTime): Temporal.ZonedDateTime {
  const { timeZoneId } = after;
  for (let days = 0; ; days++) {
    const wanted = after.toPlainDate().add({ days }).toPlainDateTime(time);
    for (const disambiguation of ['earlier', 'later'] as const) {
      const shown = wanted.toZonedDateTime(timeZoneId, { disambiguation });
      const skipped = !shown.toPlainTime().equals(time);
      // In a gap, `earlier` and `later` lie on its two sides; the clocks are put forward in between.
      const moment = skipped
        ? wanted.toZonedDateTime(timeZoneId, { disambiguation: 'later' }).getTimeZoneTransition('previous')
        : shown;
      if (moment && Temporal.ZonedDateTime.compare(moment, after) > 0) return moment;
    }
  }
}
