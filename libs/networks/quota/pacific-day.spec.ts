import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pacificDayOf } from './pacific-day.js';

const HOUR = 3_600_000;
const hours = (now: string) => {
  const { startsAt, endsAt } = pacificDayOf(new Date(now));
  return (endsAt.getTime() - startsAt.getTime()) / HOUR;
};

describe('the day by which Google counts', () => {
  it.each([
    ['2026-11-30T07:59:59.999Z', '2026-11-29', '2026-11-30T08:00:00.000Z'],
    ['2026-11-30T08:00:00.000Z', '2026-11-30', '2026-12-01T08:00:00.000Z'],
    ['2026-07-04T06:59:59.999Z', '2026-07-03', '2026-07-04T07:00:00.000Z'],
    ['2026-12-31T20:00:00.000Z', '2026-12-31', '2027-01-01T08:00:00.000Z'],
    ['2028-02-29T12:00:00.000Z', '2028-02-29', '2028-03-01T08:00:00.000Z'],
  ])('%s lies in %s, which ends at %s', (now, day, endsAt) => {
    const found = pacificDayOf(new Date(now));
    expect([found.day, found.endsAt.toISOString()]).toEqual([day, endsAt]);
  });

  it('has 23 hours when the clocks go forward, 25 when they go back', () => {
    expect(hours('2026-03-08T20:00:00Z')).toBe(23);
    expect(hours('2026-11-01T20:00:00Z')).toBe(25);
    expect(hours('2026-11-02T20:00:00Z')).toBe(24);
  });

  it('is one of a row without gaps, at whatever moment one asks', () => {
    const moments = fc.date({
      min: new Date('2015-01-01T00:00:00Z'),
      max: new Date('2045-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (now) => {
        const { day, startsAt, endsAt } = pacificDayOf(now);
        expect(startsAt.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(endsAt.getTime()).toBeGreaterThan(now.getTime());
        expect([23, 24, 25]).toContain((endsAt.getTime() - startsAt.getTime()) / HOUR);
        expect(pacificDayOf(startsAt).day).toBe(day);
        expect(pacificDayOf(new Date(endsAt.getTime() - 1)).day).toBe(day);
        expect(pacificDayOf(endsAt).startsAt).toEqual(endsAt);
        expect(pacificDayOf(endsAt).day > day).toBe(true);
      }),
    );
  });
});
