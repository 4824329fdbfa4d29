import { describe, expect, it } from '@jest/globals';
import { withinTime } from './within-time.js';

describe('work within a time', () => {
  it('gives its result', async () => {
    await expect(withinTime(1000, async () => 'done')).resolves.toBe('done');
  });

  it('fails when it never ends, and is told to stop', async () => {
    let stopped = false;
    const work = withinTime(20, (signal) => {
      signal.addEventListener('abort', () => (stopped = true));
      return new Promise(() => undefined);
    });
    await expect(work).rejects.toThrow('no answer within 0.02 s');
    expect(stopped).toBe(true);
  });
});
