import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wordDifference } from './word-difference.js';

const textOf = (pieces: ReturnType<typeof wordDifference>, left: 'added' | 'removed') =>
  pieces
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text)
    .join('');

describe('the difference between two texts', () => {
  it('names the words that came and went', () => {
    expect(wordDifference('Nous vous répondons demain.', 'Nous vous répondons aujourd’hui.')).toContainEqual({
      text: 'demain',
      kind: 'removed',
    });
  });

  it('gives back both texts, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const pieces = wordDifference(before, after);
        expect(textOf(pieces, 'added')).toBe(before);
        expect(textOf(pieces, 'removed')).toBe(after);
      }),
    );
  });

  it('finds nothing between a text and itself', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(wordDifference(text, text).every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });
});
