import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { walkBack } from './standing-figures.js';

describe('the course of what stands now', () => {
  it('goes back from now by what began and ended within each point', () => {
    expect(walkBack(3, [1, 0, -1, 2])).toEqual({ before: 1, course: [2, 2, 1, 3] });
    expect(walkBack(0, [])).toEqual({ before: 0, course: [] });
  });

  it('ends with the figure itself, and is never less than nothing', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1 }), (now, steps) => {
        const { before, course } = walkBack(now, steps);
        expect(course).toHaveLength(steps.length);
        expect(course.at(-1)).toBe(now);
        expect(Math.min(before, ...course)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('says again what was counted while it went on', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 })), fc.nat(20), (wished, begin) => {
        const counted: number[] = [];
        let stood = begin;
        const steps = wished.map((step) => {
          const next = Math.max(0, stood + step);
          const done = next - stood;
          stood = next;
          counted.push(stood);
          return done;
        });
        expect(walkBack(stood, steps)).toEqual({ before: begin, course: counted });
      }),
    );
  });
});
