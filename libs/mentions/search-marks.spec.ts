import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { marksOfTime, nextLength } from './search-marks.js';

const HOUR = 3_600_000;
const time = fc.integer({ min: Date.UTC(1998, 0, 1), max: Date.UTC(2060, 0, 1) });

/** As the database marks a time. */
function marksOf(at: number): number[] {
  const since = (at - Date.UTC(2000, 0, 1)) / HOUR;
  return [Math.floor(since), 10_000_000 + Math.floor(since / 24), 20_000_000 + Math.floor(since / 768)];
}

describe('the marks of a piece of time', () => {
  it('have one of every time in it, and are few', () => {
    fc.assert(
      fc.property(
        time,
        fc.nat({ max: 4 * 365 * 24 * HOUR }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (from, length, share) => {
          const marks = marksOfTime(from, from + length);
          if (marks === null) return expect(length).toBeGreaterThan(46 * 768 * HOUR);
          expect(marks.length).toBeLessThanOrEqual(48);
          const within = marksOf(from + Math.floor(length * share));
          expect(within.some((mark) => marks.includes(mark))).toBe(true);
        },
      ),
    );
  });
  it('have none of a time that is further away than one of their slots', () => {
    fc.assert(
      fc.property(time, fc.nat({ max: 40 * HOUR }), (from, length) => {
        const marks = marksOfTime(from, from + length) ?? [];
        expect(marksOf(from - HOUR).some((mark) => marks.includes(mark))).toBe(false);
        expect(marksOf(from + length + HOUR).some((mark) => marks.includes(mark))).toBe(false);
      }),
    );
  });
});

describe('the next piece of time', () => {
  it('is at least twice the last, at most 24 times, and the longer the less was found', () => {
    const length = fc.integer({ min: HOUR, max: 1e12 });
    fc.assert(
      fc.property(length, fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (last, found, needed) => {
        const next = nextLength(last, found, needed);
        expect(next).toBeGreaterThanOrEqual(2 * last);
        expect(next).toBeLessThanOrEqual(24 * last);
        expect(nextLength(last, found + 1, needed)).toBeLessThanOrEqual(next);
      }),
    );
  });
});
