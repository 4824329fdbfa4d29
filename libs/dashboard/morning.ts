import { Temporal } from 'temporal-polyfill';

/**
 * The next time after `now` at which it is `hour` o'clock in a time zone. Where the clock leaves that hour out, the
 * first moment after it; where it comes twice, the first of them: one morning each day, whatever the clocks do.
 */
export function nextMorning(now: Date, hour: number, timeZone: string): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  for (let days = 0; ; days += 1) {
    const at = here
      .toPlainDate()
      .add({ days })
      .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) });
    if (at.epochMilliseconds > now.getTime()) return new Date(at.epochMilliseconds);
  }
}

/** Whether the platform knows the zone. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
