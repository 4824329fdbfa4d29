import { describe, expect, it } from '@jest/globals';
import { namedLike } from './named-like.js';

const TOPICS = [
  { name: 'Sécurité des batteries', query: 'batterie AND (feu OR incendie)' },
  { name: 'Prix et remboursements', query: 'prix OR remboursement' },
];

describe('looking for a topic', () => {
  const names = (words: string) =>
    namedLike(TOPICS, words, ({ name, query }) => `${name} ${query}`).map(({ name }) => name);

  it('finds it by parts of its name, without accents and in any order', () => {
    expect(names('batt secur')).toEqual(['Sécurité des batteries']);
    expect(names('PRIX')).toEqual(['Prix et remboursements']);
  });

  it('finds it by what it watches for', () => {
    expect(names('incendie')).toEqual(['Sécurité des batteries']);
  });

  it('shows all where nothing is looked for, and none where nothing fits', () => {
    expect(names('  ')).toHaveLength(2);
    expect(names('grève')).toEqual([]);
  });
});
