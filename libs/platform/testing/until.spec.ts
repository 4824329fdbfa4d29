import { describe, expect, it } from '@jest/globals';
import { until } from './until.js';

describe('waiting until something is so', () => {
  it('gives what was seen, and looks no further', async () => {
    const seen = [null, undefined, false, 0, '', 'there', 'later'];
    expect(await until(() => Promise.resolve(seen.shift()), 'it')).toBe('there');
    expect(seen).toEqual(['later']);
  });

  it('ends with a word of what was waited for in vain', async () => {
    await expect(until(() => false, 'the ferry', 50)).rejects.toThrow('waited in vain for the ferry');
  });

  it('ends at once when a look goes wrong', async () => {
    const broken = () => Promise.reject(new Error('the database is gone'));
    await expect(until(broken, 'it')).rejects.toThrow('the database is gone');
  });
});
