import { Temporal } from 'temporal-polyfill';
import type { ShiftView } from '#contract/escalation';

/** A stretch of a day in the calendar: six hours of a week, a whole day of a month. */
export interface Cell {
  /** `2026-05-04` and the hour at which the cell begins. */
  day: string;
  hour: number;
  startsAt: string;
  endsAt: string;
  shifts: ShiftView[];
}

export type CalendarView = 'week' | 'month';
export const HOURS: Readonly<Record<CalendarView, readonly number[]>> = {
  week: [0, 4, 8, 12, 16, 20],
  month: [0],
};

/** The days shown: the week of a day, or the whole weeks of its month; always from Monday. */
export function daysShown(view: CalendarView, around: string): string[] {
  const day = Temporal.PlainDate.from(around);
  const first = view === 'week' ? day : day.with({ day: 1 });
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  const last = view === 'week' ? monday.add({ days: 6 }) : day.with({ day: day.daysInMonth });
  const count =
    view === 'week' ? 7 : Math.ceil((monday.until(last, { largestUnit: 'day' }).days + 1) / 7) * 7;
  return Array.from({ length: count }, (_, index) => monday.add({ days: index }).toString());
}

/** The cells of a day, each with who is on call in it; times are on the department's clock. */
export function cellsOf(
  view: CalendarView,
  day: string,
  timeZone: string,
  shifts: readonly ShiftView[],
): Cell[] {
  const hours = HOURS[view];
  const date = Temporal.PlainDate.from(day);
  const moment = (on: Temporal.PlainDate, hour: number) =>
    on
      .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) })
      .toInstant()
      .toString();
  return hours.map((hour, index) => {
    const next = hours[index + 1];
    const startsAt = moment(date, hour);
    const endsAt = next === undefined ? moment(date.add({ days: 1 }), 0) : moment(date, next);
    return {
      day,
      hour,
      startsAt,
      endsAt,
      shifts: shifts.filter(
        (shift) =>
          Date.parse(shift.startsAt) < Date.parse(endsAt) && Date.parse(startsAt) < Date.parse(shift.endsAt),
      ),
    };
  });
}

/** Whether a cell goes on from the one before it: the same people, standing in for the same reason or as ever. */
export function goesOn({ shifts }: Cell, before: Cell | undefined): boolean {
  const watch = (of: readonly ShiftView[]) =>
    [...new Set(of.map(({ personId, override }) => `${personId} ${override?.id ?? ''}`))].sort().join(', ');
  return before !== undefined && watch(shifts) === watch(before.shifts);
}

/** The day after, `2026-05-05`. */
export function dayAfter(day: string, days = 1): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The same day of another month, or its last. */
export function monthAfter(day: string, months: number): string {
  return Temporal.PlainDate.from(day).with({ day: 1 }).add({ months }).toString();
}
