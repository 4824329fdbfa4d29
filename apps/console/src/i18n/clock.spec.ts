import { describe, expect, it } from '@jest/globals';
import { clockOf } from './clock.js';

describe('a duration as a clock shows it', () => {
  const inFrench = (days: number) => `${days} j`;
  it.each([
    [0, '0:00'],
    [245, '4:05'],
    [3_729, '1:02:09'],
    [86_399, '23:59:59'],
    [86_400, '1 j 00:00'],
    [273_600, '3 j 04:00'],
  ])('%p seconds', (seconds, text) => expect(clockOf(seconds, inFrench)).toBe(text));
});
