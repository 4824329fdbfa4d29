import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { facetsOf } from './facets.js';
import { recordKey } from './record-key.js';

describe('the key of a reply’s record', () => {
  it('is a TID, the same for the same reply and another for every other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 30 }), (replies) => {
        const keys = replies.map(recordKey);
        expect(keys.every((key) => /^[2-7a-j][2-7a-z]{12}$/.test(key))).toBe(true);
        expect(replies.map(recordKey)).toEqual(keys);
        expect(new Set(keys).size).toBe(replies.length);
      }),
    );
  });
});

describe('addresses and tags in a text', () => {
  it('are told by their place in bytes, without the punctuation behind them', () => {
    const text = '🙂 é voir (https://lumen.example/a_(b)), et #Aide. https://lumen.example/c!';
    const parts = facetsOf(text).map(({ index, features }) => [
      Buffer.from(text).subarray(index.byteStart, index.byteEnd).toString(),
      features[0]!.$type.split('#')[1],
    ]);
    expect(parts).toEqual([
      ['https://lumen.example/a_(b)', 'link'],
      ['#Aide', 'tag'],
      ['https://lumen.example/c', 'link'],
    ]);
  });
});
