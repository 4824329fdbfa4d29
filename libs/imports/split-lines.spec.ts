import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitLines } from './split-lines.js';

async function linesOf(chunks: Uint8Array[], longest = 1000) {
  async function* source() {
    yield* chunks;
  }
  const lines: { text: string | null; length: number }[] = [];
  for await (const { line, length } of splitLines(source(), longest)) {
    lines.push({ text: line && Buffer.from(line).toString('latin1'), length });
  }
  return lines;
}

const bytes = fc
  .array(fc.constantFrom(...Buffer.from('ab\n\r{"é')), { maxLength: 60 })
  .map((list) => Buffer.from(list));

describe('a file cut into lines', () => {
  it('gives the same lines however its bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.array(fc.nat(60), { maxLength: 8 }), async (whole, cuts) => {
        const places = [0, ...cuts.filter((cut) => cut < whole.length).sort((a, b) => a - b), whole.length];
        const chunks = places.slice(1).map((end, index) => whole.subarray(places[index], end));
        expect(await linesOf(chunks)).toEqual(await linesOf([whole]));
      }),
    );
  });

  it('loses no byte', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (whole) => {
        const lines = await linesOf([whole]);
        expect(lines.reduce((sum, { length }) => sum + length, 0)).toBe(whole.length);
        const ended = whole.at(-1) === 10;
        expect(lines.map(({ text }) => text).join('\n') + (ended ? '\n' : '')).toBe(whole.toString('latin1'));
      }),
    );
  });

  it('passes over a line that is too long, and knows how long it was', async () => {
    expect(await linesOf([Buffer.from('aa\naaaa'), Buffer.from('aaaa\na')], 5)).toEqual([
      { text: 'aa', length: 3 },
      { text: null, length: 9 },
      { text: 'a', length: 1 },
    ]);
  });
});
