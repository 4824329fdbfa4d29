import type { readTimeline } from '#contract/levels';
import type { ResponseOf } from '#platform/contract';

export type Timeline = ResponseOf<typeof readTimeline>;
export type TimelinePoint = Timeline['points'][number];
export type Span = '6h' | '24h' | '7d' | '30d';
export const SPANS: readonly Span[] = ['6h', '24h', '7d', '30d'];

/** Stretches of one level, one after the other. */
export function levelStretches(
  points: readonly TimelinePoint[],
): { level: TimelinePoint['level']; from: number; length: number }[] {
  const stretches: { level: TimelinePoint['level']; from: number; length: number }[] = [];
  points.forEach(({ level }, place) => {
    const last = stretches.at(-1);
    if (last?.level === level) last.length += 1;
    else stretches.push({ level, from: place, length: 1 });
  });
  return stretches;
}

/** End of the bucket that begins at a point. */
export function endOf(point: TimelinePoint, bucketMinutes: number): string {
  return new Date(Date.parse(point.at) + bucketMinutes * 60_000).toISOString();
}
