import { describe, expect, it } from '@jest/globals';
import { relativeParts } from './relative-time.js';

describe('how long ago', () => {
  const now = Date.UTC(2026, 10, 24, 12);
  it.each([
    [-30_000, 'now'],
    [-90_000, { value: -1, unit: 'minute' }],
    [-3 * 3_600_000, { value: -3, unit: 'hour' }],
    [-50 * 3_600_000, { value: -2, unit: 'day' }],
    [5 * 60_000, { value: 5, unit: 'minute' }],
    [-40 * 24 * 3_600_000, 'far'],
  ])('%p ms away', (distance, parts) => expect(relativeParts(now + distance, now)).toEqual(parts));
});
