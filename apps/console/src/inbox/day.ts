/** The first instant of a day (`2026-11-24`, in the reader's time zone), as the API takes it. */
export function startOfDay(day: string): string | undefined {
  return instantOf(`${day}T00:00:00`);
}

/** The last instant of a day. */
export function endOfDay(day: string): string | undefined {
  return instantOf(`${day}T23:59:59.999`);
}

/** The day of an instant in the reader's time zone, as a date field takes it; empty for none. */
export function dayOf(instant: string | undefined): string {
  if (instant === undefined) return '';
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function instantOf(local: string): string | undefined {
  const date = new Date(local);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
