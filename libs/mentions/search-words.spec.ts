import { describe, expect, it } from '@jest/globals';
import { readSearch, searchSql } from './search-words.js';

describe('a search of the inbox', () => {
  it.each([
    ['livraison', { whole: '', begun: 'livraison' }],
    ['colis jamais arri', { whole: 'colis jamais', begun: 'arri' }],
    ['"colis perdu"', { whole: '"colis perdu"', begun: null }],
    ['"colis perdu', { whole: '"colis perdu', begun: null }],
    ['colis -perdu', { whole: 'colis -perdu', begun: null }],
    ['colis or paquet', { whole: 'colis or paquet', begun: null }],
    ['colis or', { whole: 'colis or', begun: null }],
    ['@acme_aide', { whole: '@acme_aide', begun: null }],
    ['été', { whole: '', begun: 'été' }],
    ['  ', { whole: '', begun: null }],
  ])('%s', (search, words) => {
    expect(readSearch(search)).toEqual(words);
  });

  it('asks for nothing when there is no word in it', () => {
    expect(searchSql('?!', () => '$1')).toBeNull();
  });

  it('never puts the words themselves into the SQL', () => {
    const values: string[] = [];
    const sql = searchSql("l'été') or 1=1 --", (value) => `$${values.push(value)}`);
    expect(sql).not.toContain('1=1');
    expect(values.join(' ')).toContain('1=1');
  });
});
