import { describe, expect, it } from '@jest/globals';
import { dayOf, endOfDay, startOfDay } from './day.js';

describe('the days of the filter', () => {
  it('begin and end within themselves', () => {
    for (const day of ['2026-11-24', '2024-02-29', '2026-03-29']) {
      expect(dayOf(startOfDay(day))).toBe(day);
      expect(dayOf(endOfDay(day))).toBe(day);
    }
  });
  it('are nothing when the field is empty', () => {
    expect(startOfDay('')).toBeUndefined();
    expect(dayOf(undefined)).toBe('');
  });
});
