import type { Realm } from '#platform/contract';

/** What figures are read of. An empty list does not narrow. */
export interface FigureScope {
  realm: Realm;
  topicId: string | null;
  networks: readonly string[];
  languages: readonly string[];
  /** On a full hour (UTC). */
  from: Date;
  /** On a full hour (UTC), not counted itself. */
  to: Date;
}

export const FIGURE_SPANS = ['24h', '7d', '30d', '90d'] as const;
export type FigureSpan = (typeof FIGURE_SPANS)[number];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Points of a course: few enough to read on a phone, and of the size that counters have. */
const POINT_HOURS: Record<FigureSpan, number> = { '24h': 1, '7d': 6, '30d': 24, '90d': 72 };
const SPAN_HOURS: Record<FigureSpan, number> = { '24h': 24, '7d': 168, '30d': 720, '90d': 2160 };

/**
 * The range of a span that ends with the running hour or, where it is told in days, with the running day (UTC): the
 * counters know nothing finer, and a list under these bounds shows what was counted.
 */
export function rangeOf(span: FigureSpan, now: Date): { from: Date; to: Date } {
  const unit = span === '30d' || span === '90d' ? DAY_MS : HOUR_MS;
  const to = (Math.floor(now.getTime() / unit) + 1) * unit;
  return { from: new Date(to - SPAN_HOURS[span] * HOUR_MS), to: new Date(to) };
}

/** A range given by a person, made wide enough for full hours. */
export function fullHours(from: Date, to: Date): { from: Date; to: Date } {
  return {
    from: new Date(Math.floor(from.getTime() / HOUR_MS) * HOUR_MS),
    to: new Date(Math.ceil(to.getTime() / HOUR_MS) * HOUR_MS),
  };
}

/** Milliseconds between two points of the course of a range. */
export function pointSize({ from, to }: { from: Date; to: Date }): number {
  const hours = (to.getTime() - from.getTime()) / HOUR_MS;
  const span = FIGURE_SPANS.find((one) => hours <= SPAN_HOURS[one]) ?? '90d';
  return POINT_HOURS[span] * HOUR_MS;
}

/** The period before, of the same length. */
export function before(scope: FigureScope): FigureScope {
  const length = scope.to.getTime() - scope.from.getTime();
  return { ...scope, from: new Date(scope.from.getTime() - length), to: scope.from };
}
