import { describe, expect, it } from '@jest/globals';
import { readSearch, wordsSql } from './search-words.js';

describe('a search of the inbox', () => {
  it.each([
    ['livraison', { whole: '', begun: 'livraison', without: [] }],
    ['colis jamais arri', { whole: 'colis jamais', begun: 'arri', without: [] }],
    ['"colis perdu"', { whole: '"colis perdu"', begun: null, without: [] }],
    ['"colis perdu', { whole: '"colis perdu', begun: null, without: [] }],
    ['colis -perdu', { whole: 'colis', begun: null, without: ['perdu'] }],
    ['-"jamais reçu" colis', { whole: '', begun: 'colis', without: ['"jamais reçu"'] }],
    ['colis or paquet', { whole: 'colis or paquet', begun: null, without: [] }],
    ['colis or', { whole: 'colis or', begun: null, without: [] }],
    ['@acme_aide', { whole: '@acme_aide', begun: null, without: [] }],
    ['été', { whole: '', begun: 'été', without: [] }],
    ['sous-vide', { whole: 'sous-vide', begun: null, without: [] }],
    ['  ', { whole: '', begun: null, without: [] }],
  ])('%s', (search, words) => {
    expect(readSearch(search)).toEqual(words);
  });

  it('asks for nothing when there is no word in it', () => {
    expect(wordsSql('?!', () => '$1')).toBeNull();
  });

  it('never puts the words themselves into the SQL', () => {
    const values: string[] = [];
    const sql = wordsSql("l'été') or 1=1 -1=2", (value) => `$${values.push(value)}`);
    expect(sql).not.toMatch(/1=[12]/);
    expect(values.join(' ')).toContain('1=1');
  });
});
