import { describe, expect, it } from '@jest/globals';
import { type QuietTimes, quietUntil } from './quiet-hours.js';

const nights: QuietTimes = {
  timeZone: 'Europe/Paris',
  quietFrom: '20:00',
  quietUntil: '08:00',
  holidays: ['2026-12-25'],
};
const until = (level: number, moment: string, times = nights) =>
  quietUntil(times, level, new Date(moment))?.toISOString() ?? null;

// The rule itself, with its days on which the clock changes, is that of libs/notifications.
describe('quiet hours of a department', () => {
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
});
