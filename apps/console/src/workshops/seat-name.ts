import type { Seat } from '#contract/workshops';

/** The name that somebody gave, else their number. */
export function seatName({ name, number }: Seat): string {
  return name ?? `#${number}`;
}
