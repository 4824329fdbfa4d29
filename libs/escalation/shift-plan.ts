import { Temporal } from 'temporal-polyfill';
import { onCallAt, type Override, type Rota, type Shift, shiftsBetween } from './rota.js';

export interface PlannedShift extends Shift {
  override: Override | null;
}

/**
 * Who is on call when between two moments, overrides applied: regular shifts cut where somebody stands in. Spans without
 * anybody are the gaps.
 */
export function planShifts(
  rota: Rota | null,
  overrides: readonly Override[],
  timeZone: string,
  span: { from: Date; to: Date },
): { shifts: PlannedShift[]; gaps: { startsAt: Date; endsAt: Date }[] } {
  const regular = rota ? regularShifts(rota, timeZone, span) : [];
  const edges = new Set([span.from.getTime(), span.to.getTime()]);
  for (const { startsAt, endsAt } of [...regular, ...overrides]) {
    for (const edge of [startsAt, endsAt]) if (edge > span.from && edge < span.to) edges.add(edge.getTime());
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const shifts: PlannedShift[] = [];
  const gaps: { startsAt: Date; endsAt: Date }[] = [];
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined) break;
    const [startsAt, endsAt] = [new Date(start), new Date(end)];
    const { personIds } = onCallAt(rota, overrides, timeZone, startsAt);
    if (personIds.length === 0) extendOrAdd(gaps, { startsAt, endsAt }, () => true);
    for (const personId of personIds) {
      const override =
        overrides.findLast(
          (one) => one.personId === personId && one.startsAt <= startsAt && startsAt < one.endsAt,
        ) ?? null;
      extendOrAdd(
        shifts,
        { personId, startsAt, endsAt, override },
        (one) =>
          one.personId === personId &&
          one.override?.id === override?.id &&
          !regular.some((shift) => shift.personId === personId && shift.startsAt.getTime() === start),
      );
    }
  }
  return { shifts, gaps };
}

/** A piece that goes on from the one before is one with it. */
function extendOrAdd<T extends { startsAt: Date; endsAt: Date }>(
  pieces: T[],
  piece: T,
  same: (before: T) => boolean,
): void {
  const before = pieces.findLast((one) => one.endsAt.getTime() === piece.startsAt.getTime() && same(one));
  if (before) before.endsAt = piece.endsAt;
  else pieces.push(piece);
}

function regularShifts(rota: Rota, timeZone: string, { from, to }: { from: Date; to: Date }): Shift[] {
  const day = (moment: Date) =>
    Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  return shiftsBetween(rota, timeZone, day(from).subtract({ days: 8 }), day(to).add({ days: 1 }));
}
