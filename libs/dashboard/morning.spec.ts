import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextMorning } from './morning.js';

describe('the next morning', () => {
  it('is later than now, no more than 25 hours away, and comes once a day whatever the clocks do', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom('Europe/Paris', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'),
        (now, hour, zone) => {
          const first = nextMorning(now, hour, zone);
          const second = nextMorning(first, hour, zone);
          expect(first.getTime()).toBeGreaterThan(now.getTime());
          expect(first.getTime() - now.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
          expect((second.getTime() - first.getTime()) / 3_600_000).toBeGreaterThanOrEqual(23);
          const day = (at: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);
          expect(day(second)).not.toBe(day(first));
        },
      ),
    );
  });

  it('in an hour that the clocks leave out is the first moment after it', () => {
    expect(nextMorning(new Date('2026-03-28T12:00:00Z'), 2, 'Europe/Paris').toISOString()).toBe(
      '2026-03-29T01:00:00.000Z',
    );
  });
});
