import { spanLength, spanStart, type TallySpan } from '#topics';

/** A part of a range that one kind of tally covers; `to` is not counted itself. */
export interface RangePiece {
  span: TallySpan;
  from: Date;
  to: Date;
}

const LARGEST_FIRST = ['week', 'day', 'hour'] as const;

/** Cuts a range on full hours into as few tallies as there can be: full weeks, then days, then what is left as hours. */
export function rangePieces(
  from: Date,
  to: Date,
  [span, ...smaller]: readonly TallySpan[] = LARGEST_FIRST,
): RangePiece[] {
  if (span === undefined || from >= to) return [];
  if (smaller.length === 0) return [{ span, from, to }];
  const first = new Date(spanStart(span, from.getTime() + spanLength(span) - 1));
  const last = new Date(spanStart(span, to.getTime()));
  if (last <= first) return rangePieces(from, to, smaller);
  return [
    ...rangePieces(from, first, smaller),
    { span, from: first, to: last },
    ...rangePieces(last, to, smaller),
  ];
}
