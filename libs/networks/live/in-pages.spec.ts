import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { until } from '#platform/testing';
import { inPages } from './in-pages.js';

async function* numbers(to: number, end?: Error): AsyncGenerator<number> {
  for (let number = 0; number < to; number++) {
    if (number % 3 === 0) await Promise.resolve();
    yield number;
  }
  if (end) throw end;
}
const upTo = (to: number) => Array.from({ length: to }, (_, number) => number);

describe('news in pages', () => {
  it('are all there, in their order, in pages that are not too large, however slow the work on them is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 10 }), fc.nat(4), async (to, most, turns) => {
        const pages: number[][] = [];
        for await (const page of inPages(numbers(to), most)) {
          pages.push(page);
          for (let turn = 0; turn < turns; turn++) await Promise.resolve();
        }
        expect(pages.flat()).toEqual(upTo(to));
        for (const page of pages) {
          expect(page.length).toBeGreaterThan(0);
          expect(page.length).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  it('that came before a cut are given out before the cut is told', async () => {
    const seen: number[] = [];
    const reading = async () => {
      for await (const page of inPages(numbers(7, new Error('cut')), 3)) seen.push(...page);
    };
    await expect(reading()).rejects.toThrow('cut');
    expect(seen).toEqual(upTo(7));
  });

  it('are read no further once nobody wants them', async () => {
    let closed = false;
    const endless = (async function* () {
      try {
        for (let number = 0; ; number++) yield number;
      } finally {
        closed = true;
      }
    })();
    for await (const page of inPages(endless, 5)) if (page.length > 0) break;
    await until(() => closed, 'what is read to be closed');
  });
});
