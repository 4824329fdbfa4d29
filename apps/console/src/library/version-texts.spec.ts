import { describe, expect, it } from '@jest/globals';
import { pairTexts, type VersionText } from './version-texts.js';

const text = (id: string, words: string): VersionText => ({ id, part: 'text', language: 'fr', text: words });

describe('two versions side by side', () => {
  it('compare each part with the same part, and what came or went with nothing', () => {
    const pairs = pairTexts([text('a', 'un'), text('b', 'deux')], [text('a', 'une'), text('c', 'trois')]);
    expect(pairs.map(({ text: { id }, before, after }) => [id, before, after])).toEqual([
      ['a', 'un', 'une'],
      ['c', '', 'trois'],
      ['b', 'deux', ''],
    ]);
  });
});
