const ZONE = 'America/Los_Angeles';
const HOUR_MS = 3_600_000;

/** A day by which Google counts: from midnight to midnight in California. */
export interface PacificDay {
  /** As `2026-11-30`. */
  day: string;
  startsAt: Date;
  endsAt: Date;
}

/** The day that holds a moment; of 23 or 25 hours when the clocks are changed, which happens after midnight. */
export function pacificDayOf(now: Date): PacificDay {
  const day = localDay(now);
  return { day, startsAt: midnightOf(day), endsAt: midnightOf(dayAfter(day)) };
}

const FORMAT = new Intl.DateTimeFormat('en-US', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
});

function local(moment: Date): { day: string; hour: number } {
  const parts = Object.fromEntries(FORMAT.formatToParts(moment).map(({ type, value }) => [type, value]));
  return { day: `${parts['year']}-${parts['month']}-${parts['day']}`, hour: Number(parts['hour']) };
}

function localDay(moment: Date): string {
  return local(moment).day;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * HOUR_MS).toISOString().slice(0, 10);
}

/** California is seven or eight hours behind UTC: the one of the two moments at which it is midnight there. */
function midnightOf(day: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const summer = new Date(utc + 7 * HOUR_MS);
  const there = local(summer);
  return there.day === day && there.hour === 0 ? summer : new Date(utc + 8 * HOUR_MS);
}
