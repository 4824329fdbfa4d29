import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { REQUEST_STATES } from './contract.js';
import { dueTime, isOverdue, MINUTES_TO_FIRST_WORD, moreUrgent } from './due-time.js';

const NOW = new Date('2026-03-02T10:00:00Z');
const level = fc.integer({ min: 0, max: 4 });

describe('when an answer is due', () => {
  it('follows the table of levels: a day, 4 h, 60, 30, 15 minutes', () => {
    expect([0, 1, 2, 3, 4].map((one) => dueTime(one, NOW).toISOString())).toEqual([
      '2026-03-03T10:00:00.000Z',
      '2026-03-02T14:00:00.000Z',
      '2026-03-02T11:00:00.000Z',
      '2026-03-02T10:30:00.000Z',
      '2026-03-02T10:15:00.000Z',
    ]);
    expect(() => dueTime(5, NOW)).toThrow(RangeError);
  });

  it('only ever becomes more urgent by a further mention', () => {
    fc.assert(
      fc.property(level, level, fc.integer({ min: 0, max: 10_000 }), (before, mention, minutes) => {
        const request = { level: before, dueAt: dueTime(before, NOW) };
        const now = new Date(NOW.getTime() + minutes * 60_000);
        const after = moreUrgent(request, mention, now);
        expect(after.level).toBe(Math.max(before, mention));
        expect(after.dueAt.getTime()).toBeLessThanOrEqual(request.dueAt.getTime());
        if (mention > before) {
          expect(after.dueAt.getTime()).toBeLessThanOrEqual(
            now.getTime() + (MINUTES_TO_FIRST_WORD[mention] ?? 0) * 60_000,
          );
        }
      }),
    );
  });

  it('has passed only while there is nothing to answer with', () => {
    const late = new Date(NOW.getTime() - 1);
    expect(REQUEST_STATES.filter((state) => isOverdue({ state, dueAt: late }, NOW))).toEqual([
      'open',
      'drafted',
      'in_review',
    ]);
    expect(isOverdue({ state: 'open', dueAt: NOW }, NOW)).toBe(true);
    expect(isOverdue({ state: 'open', dueAt: new Date(NOW.getTime() + 1) }, NOW)).toBe(false);
  });
});
