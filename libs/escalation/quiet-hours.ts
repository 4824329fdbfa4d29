import { Temporal } from 'temporal-polyfill';
import { momentOf } from './rota.js';

/** When a department is not disturbed below crisis level: hours of each day, and holidays all day. */
export interface QuietTimes {
  timeZone: string;
  /** `HH:MM` on the department's clock; both or none. A span that ends before it begins goes over midnight. */
  quietFrom: string | null;
  quietUntil: string | null;
  /** `YYYY-MM-DD` */
  holidays: readonly string[];
}

/** From this level on, nobody's quiet counts. */
export const LOUD_LEVEL = 3;
/** Quiet time is never taken for longer than this: a calendar full of holidays does not silence an escalation. */
const LONGEST_QUIET_DAYS = 14;

/** The end of the quiet time that a moment falls into; null when it falls into none, or the level breaks it. */
export function quietUntil(times: QuietTimes, level: number, moment: Date): Date | null {
  if (level >= LOUD_LEVEL) return null;
  let until = moment;
  for (let turn = 0; turn < LONGEST_QUIET_DAYS * 2; turn += 1) {
    const next = endOfQuiet(times, until);
    if (next === null || next <= until) break;
    until = next;
    if (until.getTime() - moment.getTime() >= LONGEST_QUIET_DAYS * 86_400_000) break;
  }
  return until > moment ? until : null;
}

function endOfQuiet(times: QuietTimes, moment: Date): Date | null {
  const { timeZone, quietFrom, quietUntil: ends } = times;
  const zoned = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone);
  const day = zoned.toPlainDate();
  if (times.holidays.includes(day.toString())) return momentOf(day.add({ days: 1 }), '00:00', timeZone);
  if (quietFrom === null || ends === null || quietFrom === ends) return null;
  const clock = zoned.toPlainTime().toString({ smallestUnit: 'minute' });
  if (quietFrom < ends) return quietFrom <= clock && clock < ends ? momentOf(day, ends, timeZone) : null;
  if (clock >= quietFrom) return momentOf(day.add({ days: 1 }), ends, timeZone);
  return clock < ends ? momentOf(day, ends, timeZone) : null;
}
