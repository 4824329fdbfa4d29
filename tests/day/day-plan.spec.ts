import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planDay } from './day-plan.js';
import { RequestCount } from './request-limit.js';

const hours = fc.record({ from: fc.integer({ min: 0, max: 12 }), hours: fc.integer({ min: 1, max: 12 }) });

describe('the plan of a day', () => {
  it('follows from its seed, and everything in it happens within its hours, a post before it is changed or taken back', () => {
    fc.assert(
      fc.property(fc.nat(), hours, (seed, span) => {
        const day = planDay(seed, span);
        expect(planDay(seed, span)).toEqual(day);
        const end = (span.from + span.hours) * 3600;
        expect(new Set(day.posts.map(({ number }) => number)).size).toBe(day.posts.length);
        for (const { at, takenBackAt, editedAt } of day.posts) {
          expect(at).toBeGreaterThanOrEqual(span.from * 3600);
          expect(at).toBeLessThan(end);
          for (const later of [takenBackAt, editedAt]) {
            if (later !== null) expect(later > at && later < end).toBe(true);
          }
        }
        for (const { from, to } of day.troubles) expect(from < to && to < end + 3600).toBe(true);
      }),
      { numRuns: 10 },
    );
  });
});

describe('requests in a window', () => {
  it('are counted anew in the next, and those too many are known', () => {
    const count = new RequestCount({ requests: 2, window: 900, source: '' });
    expect(count.take(0)).toEqual({ remaining: 1, resetsAt: 900 });
    for (const second of [10, 899, 900]) count.take(second);
    expect(count).toMatchObject({ total: 4, most: 3, exceeded: 1 });
  });
});
