import { LOUD_LEVEL, quietEnd } from '#rules/notifications';

/** When a department is not disturbed below crisis level: hours of each day, and holidays all day. */
export interface QuietTimes {
  timeZone: string;
  /** `HH:MM` on the department's clock; both or none. A span that ends before it begins goes over midnight. */
  quietFrom: string | null;
  quietUntil: string | null;
  /** `YYYY-MM-DD` */
  holidays: readonly string[];
}

/** The end of the quiet time that a moment falls into; null when it falls into none, or the level breaks it. */
export function quietUntil(times: QuietTimes, level: number, moment: Date): Date | null {
  if (level >= LOUD_LEVEL) return null;
  const { timeZone, quietFrom: from, quietUntil: until, holidays: days } = times;
  return quietEnd(
    { timeZone, days, hours: from !== null && until !== null ? { from, until } : null },
    moment,
  );
}
