import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { firstLength, HOUR, nextLength, pieceAfter, pieceBefore } from './search-marks.js';

const time = fc.integer({ min: Date.UTC(1998, 0, 1), max: Date.UTC(2060, 0, 1) });

/** As the database marks a time. */
function marksOf(at: number): number[] {
  const since = (at - Date.UTC(2000, 0, 1)) / HOUR;
  return [Math.floor(since), 10_000_000 + Math.floor(since / 24)];
}

describe('a piece of time', () => {
  const length = fc.integer({ min: HOUR, max: 4 * 365 * 24 * HOUR });
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it.each([
    ['backwards', (at: number, long: number) => pieceBefore(at, long, -Infinity)],
    ['forwards', (at: number, long: number) => pieceAfter(at, long, Infinity)],
  ])('is about as long as was asked for, and has a mark of every time in it: %s', (_, pieceOf) => {
    fc.assert(
      fc.property(time, length, share, (at, long, within) => {
        const { from, to, marks } = pieceOf(at, long);
        expect(to - from).toBeGreaterThanOrEqual(long);
        if (marks === null) return;
        expect(marks.length).toBeLessThanOrEqual(8);
        const inside = marksOf(from + Math.floor((to - from) * within));
        expect(inside.some((mark) => marks.includes(mark))).toBe(true);
      }),
    );
  });
  it('goes on to the first and the last time and no further', () => {
    fc.assert(
      fc.property(time, length, fc.nat({ max: HOUR }), (at, long, beyond) => {
        expect(pieceBefore(at, long, at - beyond).from).toBe(at - beyond);
        expect(pieceAfter(at, long, at + beyond).to).toBe(at + beyond);
      }),
    );
  });
});

describe('the first piece of time', () => {
  const length = fc.integer({ min: 1, max: 1e12 });

  it('is at least an hour, and the longer the less was found', () => {
    fc.assert(
      fc.property(length, fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (span, found, needed) => {
        const first = firstLength(span, found, needed);
        expect(first).toBeGreaterThanOrEqual(HOUR);
        expect(firstLength(span, found + 1, needed)).toBeLessThanOrEqual(first);
      }),
    );
  });
  it('holds what is needed where words are as frequent as before', () => {
    expect(firstLength(2 * HOUR, 4, 40)).toBeGreaterThan(20 * HOUR);
  });
});

describe('the next piece of time', () => {
  const length = fc.integer({ min: HOUR, max: 1e12 });
  const needed = fc.integer({ min: 1, max: 1000 });

  it('is at least as long as the last, at most 24 times, and the longer the less was found', () => {
    fc.assert(
      fc.property(length, fc.nat(1000), needed, (last, found, missing) => {
        const next = nextLength(last, { found, read: found }, missing);
        expect(next).toBeGreaterThanOrEqual(last);
        expect(next).toBeLessThanOrEqual(24 * last);
        expect(nextLength(last, { found: found + 1, read: found + 1 }, missing)).toBeLessThanOrEqual(next);
      }),
    );
  });
  it('is shorter where too many have the words that are not wanted', () => {
    fc.assert(
      fc.property(length, fc.integer({ min: 10_000, max: 1e6 }), needed, (last, read, missing) => {
        const next = nextLength(last, { found: 0, read }, missing);
        expect(next).toBeGreaterThanOrEqual(HOUR);
        expect(next).toBeLessThanOrEqual(Math.max(last / 2, HOUR));
      }),
    );
  });
});
