import { describe, expect, it } from '@jest/globals';
import { matchTopicQuery, type TopicDocument } from './query-match.js';
import { parseTopicQuery } from './query-parser.js';
import { tokenizeText } from './text-tokens.js';

function matches(query: string, text: string, about: Partial<Omit<TopicDocument, 'tokens'>> = {}): boolean {
  const parsed = parseTopicQuery(query);
  if (!parsed.ok) throw new Error(`${query}: ${parsed.error.code}`);
  return matchTopicQuery(parsed.query, {
    tokens: tokenizeText(text),
    author: null,
    language: null,
    network: 'training',
    ...about,
  });
}

describe('a query on the text of a mention', () => {
  it.each([
    ['avion', "L'AVION est cloué au sol"],
    ["l'avion", 'Mon avion est cloué au sol'],
    ['retarde', 'Vol retardé'],
    ['coeur', 'un cœur'],
    ['acme', 'Bravo @Acme !'],
    ['acme', 'Bravo #Acme !'],
    ['acme', "Acme's flight"],
    ['panne vol', 'le vol est en panne'],
    ['panne OR vol', 'le vol'],
    ['vol -annulé', 'le vol est à l’heure'],
    ['"vol annulé"', 'un VOL ANNULE.'],
    ['"air france"', 'air-france'],
    ['avio*', 'les avionneurs'],
    ['"les avio* clou*"', 'les avions cloués'],
    ['#panne', 'Encore une #Panne'],
    ['#pan*', 'Encore une #Panne'],
    ['@acme', 'cc @ACME'],
    ['@acme', 'cc @acme@mastodon.example'],
    ['acme.com', 'voir https://www.acme.com/panne'],
    ['acme.com', 'voir Acme.com pour la suite'],
    ['😡', 'ça suffit 😡😡'],
    ['東京', '今日は東京です'],
  ])('%s is found in: %s', (query, text) => {
    expect(matches(query, text)).toBe(true);
  });

  it.each([
    ['avion', 'les avionneurs'],
    ['panne vol', 'le vol'],
    ['vol -annulé', 'le vol annulé'],
    ['"vol annulé"', 'annulé, le vol'],
    ['"vol annulé"', 'vol de ce soir annulé'],
    ['#panne', 'Encore une panne'],
    ['#panne', 'Encore une #pannes'],
    ['@acme', 'Acme'],
    ['@acme', 'cc @acme.bsky.social'],
    ['@acme@mastodon.example', 'cc @acme'],
    ['panne', 'voir https://acme.com/panne'],
    ['acme', 'voir https://acme.com/'],
  ])('%s is not found in: %s', (query, text) => {
    expect(matches(query, text)).toBe(false);
  });
});

describe('near', () => {
  it('allows at most n words between, in either order', () => {
    expect(matches('panne near/2 vol', 'panne un deux vol')).toBe(true);
    expect(matches('vol near/2 panne', 'panne un deux vol')).toBe(true);
    expect(matches('panne near/1 vol', 'panne un deux vol')).toBe(false);
    expect(matches('panne near/0 vol', 'vol panne')).toBe(true);
  });

  it('counts from the end of a phrase', () => {
    expect(matches('"panne totale" near/1 vol', 'panne totale du vol')).toBe(true);
    expect(matches('"panne totale" near/1 vol', 'vol a eu panne totale')).toBe(false);
  });

  it('takes the nearest of several places', () => {
    expect(matches('panne near/0 vol', 'panne x vol x x panne vol')).toBe(true);
  });

  it('does not find a word near itself', () => {
    expect(matches('vol near/5 vol', 'un vol')).toBe(false);
    expect(matches('vol near/5 vol', 'un vol, deux vol')).toBe(true);
  });

  it('takes any of a choice', () => {
    expect(matches('(panne OR retar*) near/1 (vol OR "le train")', 'le train retardé')).toBe(true);
    expect(matches('(panne OR retar*) near/1 (vol OR "le train")', 'le bus retardé')).toBe(false);
  });

  it('stays quick where both sides are everywhere but never near', () => {
    const text = 'panne '.repeat(20_000) + 'x '.repeat(101) + 'vol '.repeat(20_000);
    const started = performance.now();
    expect(matches('panne near/100 vol', text)).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('a query on the rest of a mention', () => {
  it('finds the author by handle, in any case, with or without server', () => {
    expect(matches('@acme', 'bonjour', { author: '@Acme' })).toBe(true);
    expect(matches('@acme', 'bonjour', { author: 'acme@mastodon.example' })).toBe(true);
    expect(matches('author:acm*', 'bonjour', { author: 'acme' })).toBe(true);
    expect(matches('@acme', 'bonjour', { author: 'acme2' })).toBe(false);
    expect(matches('author:"jean dupont"', 'bonjour', { author: 'Jean Dupont' })).toBe(true);
  });

  it('finds the language, regional or not', () => {
    expect(matches('lang:fr', 'bonjour', { language: 'fr-CA' })).toBe(true);
    expect(matches('lang:fr', 'hello', { language: 'en' })).toBe(false);
    expect(matches('lang:fr', 'bonjour', { language: null })).toBe(false);
  });

  it('finds the network', () => {
    expect(matches('network:RSS vol', 'vol', { network: 'rss' })).toBe(true);
    expect(matches('network:x vol', 'vol', { network: 'rss' })).toBe(false);
  });
});
