import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nameWords, nameWordsByPattern } from './name-words.js';

describe('the words of a name', () => {
  it.each([
    ['BBC_Breaking', ['bbc', 'breaking']],
    ['franceinfoTV', ['franceinfo', 'tv']],
    ['BFMTVNews', ['bfmtv', 'news']],
    ['Préfecture de l’Hérault', ['prefecture', 'de', 'herault']],
    ['x', []],
    ['', []],
  ])('of %s', (name, words) => {
    expect(nameWords(name)).toEqual(words);
  });

  it('are the same by the quick way and by the thorough one', () => {
    const piece = fc.constantFrom('a', 'b', 'A', 'B', '_', '3', ' ', '-', 'News', 'é');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const name = pieces.join('');
        expect(nameWords(name)).toEqual(nameWordsByPattern(name));
      }),
      { numRuns: 2000 },
    );
  });
});
