import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type QuietTimes, quietUntil } from './quiet-hours.js';

const nights: QuietTimes = {
  timeZone: 'Europe/Paris',
  quietFrom: '20:00',
  quietUntil: '08:00',
  holidays: ['2026-12-25'],
};
const until = (level: number, moment: string, times = nights) =>
  quietUntil(times, level, new Date(moment))?.toISOString() ?? null;

describe('quiet hours', () => {
  it('go over midnight', () => {
    expect(until(1, '2026-06-01T17:59:00Z')).toBeNull();
    expect(until(1, '2026-06-01T18:00:00Z')).toBe('2026-06-02T06:00:00.000Z');
    expect(until(1, '2026-06-02T05:59:59Z')).toBe('2026-06-02T06:00:00.000Z');
    expect(until(1, '2026-06-02T06:00:00Z')).toBeNull();
  });

  it('are broken from level 3 on', () => {
    expect(until(2, '2026-06-01T22:00:00Z')).not.toBeNull();
    expect(until(3, '2026-06-01T22:00:00Z')).toBeNull();
    expect(until(4, '2026-12-25T11:00:00Z')).toBeNull();
  });

  it('end at the hour on the wall on the day the clock changes', () => {
    expect(until(0, '2026-03-28T22:00:00Z')).toBe('2026-03-29T06:00:00.000Z');
    expect(until(0, '2026-10-24T22:00:00Z')).toBe('2026-10-25T07:00:00.000Z');
  });

  it('join a holiday with the nights around it', () => {
    expect(until(1, '2026-12-24T19:30:00Z')).toBe('2026-12-26T07:00:00.000Z');
  });

  it('always end, however many holidays there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400 * 365 }), (seconds) => {
        const holidays = Array.from({ length: 400 }, (_, day) =>
          new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
        );
        const moment = new Date(Date.UTC(2026, 0, 1) + seconds * 1000);
        const end = quietUntil({ ...nights, holidays }, 0, moment);
        if (end === null) return;
        expect(end.getTime()).toBeGreaterThan(moment.getTime());
        expect(end.getTime() - moment.getTime()).toBeLessThan(17 * 86_400_000);
      }),
      { numRuns: 100 },
    );
  });
});
