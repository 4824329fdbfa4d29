import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { spanLength, spanStart } from '#topics';
import { rangePieces } from './range-pieces.js';

const HOUR_MS = 3_600_000;
const hours = fc.integer({ min: 470_000, max: 520_000 });

describe('the pieces of a range', () => {
  it('follow each other from the begin to the end, each on the bounds of its tallies', () => {
    fc.assert(
      fc.property(hours, fc.integer({ min: 1, max: 4000 }), (begin, length) => {
        const [from, to] = [new Date(begin * HOUR_MS), new Date((begin + length) * HOUR_MS)];
        const pieces = rangePieces(from, to);
        expect(pieces[0]?.from).toEqual(from);
        expect(pieces.at(-1)?.to).toEqual(to);
        pieces.forEach((piece, index) => {
          expect(piece.to > piece.from).toBe(true);
          expect(pieces[index + 1]?.from ?? to).toEqual(piece.to);
          for (const bound of [piece.from, piece.to])
            expect(spanStart(piece.span, bound.getTime())).toBe(bound.getTime());
        });
      }),
    );
  });

  it('are few: a quarter takes at most 12 full weeks, and 12 days and 46 hours around them', () => {
    fc.assert(
      fc.property(hours, (begin) => {
        const pieces = rangePieces(new Date(begin * HOUR_MS), new Date((begin + 90 * 24) * HOUR_MS));
        const rows = pieces.reduce(
          (sum, { span, from, to }) => sum + (to.getTime() - from.getTime()) / spanLength(span),
          0,
        );
        expect(rows).toBeLessThanOrEqual(12 + 12 + 46);
      }),
    );
  });

  it('begin their weeks on Monday, as the database does', () => {
    const monday = new Date('2026-11-30T00:00:00Z');
    expect(spanStart('week', new Date('2026-12-06T23:59:59Z').getTime())).toBe(monday.getTime());
    expect(spanStart('week', monday.getTime())).toBe(monday.getTime());
    expect(spanStart('week', new Date('1969-12-31T00:00:00Z').getTime())).toBe(Date.UTC(1969, 11, 29));
  });

  it('are none for an empty range', () => {
    expect(rangePieces(new Date(0), new Date(0))).toEqual([]);
  });
});
