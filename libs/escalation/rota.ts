import { Temporal } from 'temporal-polyfill';

/** A shift that comes back every week, in the department's own time; one that ends before it begins ends the next day. */
export interface WeeklyShift {
  /** 1 Monday to 7 Sunday, of the day on which it begins. */
  weekday: number;
  /** `HH:MM` on the clock of the department. */
  from: string;
  until: string;
  personId: string;
}

/**
 * Who is on call when. `weekly` and `daily`: the participants take turns, from `startsOn`, handing over at
 * `handOverAt`. `custom`: shifts of a week that comes back. All times are on the department's clock.
 */
export type Rota =
  | {
      kind: 'weekly' | 'daily';
      /** `YYYY-MM-DD`: the day of the first hand-over; a weekly rota hands over on its weekday. */
      startsOn: string;
      handOverAt: string;
      participants: readonly string[];
    }
  | { kind: 'custom'; shifts: readonly WeeklyShift[] };

/** Somebody stands in for a time: for one person, or for everybody on call. */
export interface Override {
  id: string;
  personId: string;
  /** null: for whoever is on call. */
  replacesId: string | null;
  startsAt: Date;
  endsAt: Date;
}

export interface Shift {
  personId: string;
  startsAt: Date;
  endsAt: Date;
}

const instantOf = (moment: Date) => Temporal.Instant.fromEpochMilliseconds(moment.getTime());

/** Everybody on call at a moment, overrides applied; empty in a gap. */
export function onCallAt(
  rota: Rota | null,
  overrides: readonly Override[],
  timeZone: string,
  moment: Date,
): { personIds: string[]; overridden: boolean } {
  const regular = rota ? regularAt(rota, timeZone, moment) : [];
  const standing = overrides
    .filter(({ startsAt, endsAt }) => startsAt <= moment && moment < endsAt)
    .sort((a, b) => Number(a.id) - Number(b.id));
  let personIds = regular;
  let overridden = false;
  for (const { personId, replacesId } of standing) {
    if (replacesId === null) personIds = [personId];
    else if (personIds.includes(replacesId)) {
      personIds = personIds.map((id) => (id === replacesId ? personId : id));
    } else continue;
    overridden = true;
  }
  return { personIds: [...new Set(personIds)], overridden };
}

function regularAt(rota: Rota, timeZone: string, moment: Date): string[] {
  const day = instantOf(moment).toZonedDateTimeISO(timeZone).toPlainDate();
  const around = shiftsBetween(rota, timeZone, day.subtract({ days: 8 }), day.add({ days: 2 }));
  return around
    .filter(({ startsAt, endsAt }) => startsAt <= moment && moment < endsAt)
    .map(({ personId }) => personId);
}

/**
 * The regular shifts that begin on the days from `first` on and before `end`, in order. Across a change of the clock a
 * shift is an hour shorter or longer, as the clock on the wall says; none is lost and none comes twice.
 */
export function shiftsBetween(
  rota: Rota,
  timeZone: string,
  first: Temporal.PlainDate,
  end: Temporal.PlainDate,
): Shift[] {
  return rota.kind === 'custom'
    ? customShifts(rota.shifts, timeZone, first, end)
    : turns(rota, timeZone, first, end);
}

function turns(
  rota: Extract<Rota, { participants: readonly string[] }>,
  timeZone: string,
  first: Temporal.PlainDate,
  end: Temporal.PlainDate,
): Shift[] {
  if (rota.participants.length === 0) return [];
  const days = rota.kind === 'weekly' ? 7 : 1;
  const start = Temporal.PlainDate.from(rota.startsOn);
  const shifts: Shift[] = [];
  const before = start.until(first, { largestUnit: 'day' }).days;
  for (let turn = Math.max(0, Math.floor(before / days)); ; turn += 1) {
    const day = start.add({ days: turn * days });
    if (Temporal.PlainDate.compare(day, end) >= 0) return shifts;
    const personId = rota.participants[turn % rota.participants.length];
    if (personId === undefined) return shifts;
    const startsAt = momentOf(day, rota.handOverAt, timeZone);
    const endsAt = momentOf(day.add({ days }), rota.handOverAt, timeZone);
    if (startsAt < endsAt) shifts.push({ personId, startsAt, endsAt });
  }
}

function customShifts(
  weekly: readonly WeeklyShift[],
  timeZone: string,
  first: Temporal.PlainDate,
  end: Temporal.PlainDate,
): Shift[] {
  const shifts: Shift[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, end) < 0; day = day.add({ days: 1 })) {
    for (const { weekday, from, until, personId } of weekly) {
      if (weekday !== day.dayOfWeek) continue;
      const startsAt = momentOf(day, from, timeZone);
      const endsAt = momentOf(until <= from ? day.add({ days: 1 }) : day, until, timeZone);
      if (startsAt < endsAt) shifts.push({ personId, startsAt, endsAt });
    }
  }
  return shifts.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** A time that the clock jumps over is the moment after the jump; one that comes twice is the first. */
export function momentOf(day: Temporal.PlainDate, time: string, timeZone: string): Date {
  const zoned = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(zoned.epochMilliseconds);
}

export interface Gap {
  /** Minutes from Monday 00:00 on the department's clock. */
  from: number;
  until: number;
}

const WEEK_MINUTES = 7 * 24 * 60;

/** The times of a week in which a custom rota has nobody; empty for one that covers the week. */
export function gapsOf(rota: Rota): Gap[] {
  if (rota.kind !== 'custom') return rota.participants.length === 0 ? [{ from: 0, until: WEEK_MINUTES }] : [];
  const covered = rota.shifts
    .flatMap(({ weekday, from, until }) => {
      const start = (weekday - 1) * 1440 + minutesOf(from);
      const length = ((minutesOf(until) - minutesOf(from) + 1440 - 1) % 1440) + 1;
      const stop = start + length;
      return stop <= WEEK_MINUTES
        ? [{ from: start, until: stop }]
        : [
            { from: start, until: WEEK_MINUTES },
            { from: 0, until: stop - WEEK_MINUTES },
          ];
    })
    .sort((a, b) => a.from - b.from);
  const gaps: Gap[] = [];
  let reached = 0;
  for (const { from, until } of covered) {
    if (from > reached) gaps.push({ from: reached, until: from });
    reached = Math.max(reached, until);
  }
  if (reached < WEEK_MINUTES) gaps.push({ from: reached, until: WEEK_MINUTES });
  return gaps;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
