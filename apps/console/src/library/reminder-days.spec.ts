import { describe, expect, it } from '@jest/globals';
import { printDays, readDays } from './reminder-days.js';

describe('days typed with commas', () => {
  it('are read and printed', () => {
    expect(readDays('14, 3;1')).toEqual([14, 3, 1]);
    expect(printDays([14, 3])).toBe('14, 3');
    expect(readDays('  ')).toEqual([]);
  });

  it.each(['soon', '-1', '1.5', '366', '1,2,3,4,5,6,7,8,9,10,11'])('are none in %j', (text) => {
    expect(readDays(text)).toBeNull();
  });
});
