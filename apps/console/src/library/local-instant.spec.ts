import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromLocalField, toLocalField } from './local-instant.js';

describe('a moment in a date field', () => {
  it('comes back to the minute', () => {
    const minutes = fc.integer({ min: 0, max: 60_000_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const field = toLocalField(new Date(minute * 60_000).toISOString());
        // The hour that a change of the clocks repeats names two moments; either will do.
        const back = Date.parse(fromLocalField(field) ?? '');
        expect(Math.abs(back - minute * 60_000) % 3_600_000).toBe(0);
        expect(toLocalField(new Date(back).toISOString())).toBe(field);
      }),
    );
  });

  it('is none when the field is empty', () => {
    expect(fromLocalField('')).toBeNull();
    expect(toLocalField(null)).toBe('');
  });
});
