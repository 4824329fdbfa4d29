import { describe, expect, it } from '@jest/globals';
import { Parameters, filterSql } from './mention-filter-sql.js';
import { indexedSql, indexedWords } from './rarer-words.js';

describe('what the index of words is asked for', () => {
  it.each([
    ['no word is begun beside others', { whole: 0, begun: 0 }, 'all'],
    ['both are rare', { whole: 0, begun: 1 }, 'all'],
    ['the whole words are as frequent as the begun one', { whole: 100, begun: 120 }, 'all'],
    ['the begun one is not frequent enough to cost much', { whole: 0, begun: 20 }, 'all'],
    ['the whole words are much rarer', { whole: 1, begun: 100 }, 'whole'],
    ['nobody has the whole words, and everybody the begun one', { whole: 0, begun: 400 }, 'whole'],
  ] as const)('where %s', (_, apart, indexed) => {
    expect(indexedWords(apart)).toBe(indexed);
  });

  it('is the whole words alone only where there are some', () => {
    const asked = (words: { all: string; whole: string | null; begun: string | null }) => {
      const parameters = new Parameters();
      const filter = filterSql({ search: 'x' }, { personId: '1', words }, parameters);
      const [condition = ''] = indexedSql(filter, 'whole', parameters);
      return parameters.values[Number(/\$(\d+)/.exec(condition)?.[1]) - 1];
    };
    expect(asked({ all: 'rare & d:*', whole: 'rare', begun: 'd:*' })).toBe('rare');
    expect(asked({ all: 'd:*', whole: null, begun: null })).toBe('d:*');
  });
});
