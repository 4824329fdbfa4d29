import { Temporal } from 'temporal-polyfill';

/** A span of the day in which a person is left in peace; over midnight when `from` is later than `until`. */
export interface QuietHours {
  /** Wall-clock time, `HH:MM`. */
  from: string;
  until: string;
  /** IANA name. */
  timeZone: string;
}

/**
 * The first moment from `now` on at which the wall clock does not show quiet hours; null when it shows none now. Where
 * the clocks are put forward over the end, that is the moment at which they are; where they are put back, it is the end
 * that comes next.
 */
export function quietEnd(quiet: QuietHours, now: Date): Date | null {
  const from = Temporal.PlainTime.from(quiet.from);
  const until = Temporal.PlainTime.from(quiet.until);
  const start = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(quiet.timeZone);
  let at = start;
  while (isQuiet(at.toPlainTime(), from, until)) {
    const next = nextShown(at, until);
    // Clocks that are put back may come to stand before the beginning.
    const changed = at.getTimeZoneTransition('next');
    at = changed && Temporal.ZonedDateTime.compare(changed, next) < 0 ? changed : next;
  }
  return at.epochMilliseconds === start.epochMilliseconds ? null : new Date(at.epochMilliseconds);
}

function isQuiet(time: Temporal.PlainTime, from: Temporal.PlainTime, until: Temporal.PlainTime): boolean {
  const began = Temporal.PlainTime.compare(time, from) >= 0;
  const goesOn = Temporal.PlainTime.compare(time, until) < 0;
  return Temporal.PlainTime.compare(from, until) < 0 ? began && goesOn : began || goesOn;
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
