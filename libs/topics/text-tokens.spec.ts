import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldText } from './text-fold.js';
import { tokenizeText } from './text-tokens.js';

const wordsOf = (text: string) => tokenizeText(text).words;

describe('folding', () => {
  it.each([
    ['Été À LA PLAGE', 'ete a la plage'],
    ['cœur Œuvre æther', 'coeur oeuvre aether'],
    ['Straße GROẞ', 'strasse gross'],
    ['Łódź, smørrebrød', 'lodz, smorrebrod'],
    ['İstanbul', 'istanbul'],
    ['𝗕𝗼𝘆𝗰𝗼𝘁𝘁', 'boycott'],
    ['bo\u00adycott bo\u200bycott', 'boycott boycott'],
    ['한국어', '한국어'],
  ])('reads %j as %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('words of a text', () => {
  it('are folded and in order', () => {
    expect(wordsOf('Vol annulé : AUCUNE nouvelle, 3 h d’attente !')).toEqual([
      ...['vol', 'annule', 'aucune', 'nouvelle', '3', 'h', 'attente'],
    ]);
  });

  it('lose French elisions, typed with either apostrophe', () => {
    expect(wordsOf("L’avion qu'il attend, jusqu'à s'en lasser, j'm'en vais")).toEqual([
      ...['avion', 'il', 'attend', 'a', 'en', 'lasser', 'en', 'vais'],
    ]);
  });

  it('lose the English possessive and keep other apostrophes together', () => {
    expect(wordsOf("Acme's flight, don't, aujourd’hui, O'Brien's, rock'n'roll, 'quoted'")).toEqual([
      ...['acme', 'flight', 'dont', 'aujourdhui', 'obrien', 'rocknroll', 'quoted'],
    ]);
  });

  it('are separated by hyphens and signs', () => {
    expect(wordsOf('porte-parole R&D covid-19 Acme™ 12:30 snake_case')).toEqual([
      ...['porte', 'parole', 'r', 'd', 'covid', '19', 'acme', '12', '30', 'snake', 'case'],
    ]);
  });

  it('include emoji, whatever their skin tone, and flags as one', () => {
    expect(wordsOf('bravo👏🏽👏 ❤️ 🇫🇷🇧🇪 ok')).toEqual(['bravo', '👏', '👏', '❤', '🇫🇷', '🇧🇪', 'ok']);
  });

  it('are single characters in scripts without spaces', () => {
    expect(wordsOf('東京タワー Tokyo')).toEqual(['東', '京', 'タ', 'ワ', 'ー', 'tokyo']);
  });
});

describe('hashtags, handles and links', () => {
  it('finds hashtags, which are words as well', () => {
    const { hashtags, words } = tokenizeText(
      'Marre ! #BoycottAcme, #acme_panne… mais pas a#b ni &#39; ni # seul',
    );
    expect(hashtags).toEqual(['boycottacme', 'acme_panne']);
    expect(words).toEqual(expect.arrayContaining(['boycottacme', 'acme', 'panne']));
  });

  it('finds handles of every network, and takes only the name as a word', () => {
    const text = 'cc @AcmeAir, @help@mastodon.example et .@acme.bsky.social. Merci @acme_fr’s jean@acme.fr';
    const { handles, words } = tokenizeText(text);
    expect(handles).toEqual(['acmeair', 'help@mastodon.example', 'acme.bsky.social', 'acme_fr']);
    expect(words).toEqual([
      'cc',
      'acmeair',
      'help',
      'et',
      'acme',
      'merci',
      'acme',
      'fr',
      'jean',
      'acme',
      'fr',
    ]);
  });

  it('keeps the host of a link and none of its words', () => {
    const { hosts, words } = tokenizeText(
      'lu sur https://www.Acme.com/Panne?x=1#y, et www.example.org/a (http://x.fr)!',
    );
    expect(hosts).toEqual(['acme.com', 'example.org', 'x.fr']);
    expect(words).toEqual(['lu', 'sur', 'et']);
  });

  it('ends a link at an emoji or a quotation mark', () => {
    expect(tokenizeText('https://t.co/aé1😡grave «http://a.fr/b» oui')).toMatchObject({
      hosts: ['t.co', 'a.fr'],
      words: ['😡', 'grave', 'oui'],
    });
  });
});

describe('any text', () => {
  it('gives words that are themselves when read again', () => {
    const unit = fc.oneof(
      fc.constantFrom(..."aé'’ -_@#:./œ東👏🇫🇷s"),
      fc.string({ unit: 'binary', maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.array(unit), (parts) => {
        for (const word of wordsOf(parts.join(''))) {
          expect(word).not.toBe('');
          expect(wordsOf(word)).toEqual([word]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each(["l'", "a'", '@a', '@', '#a', '#', 'a.', 'https://', "'", '@a.', '\ud83c', '🇫🇷', 'é'])(
    'is read in linear time: 200,000 times %j',
    (part) => {
      const started = performance.now();
      tokenizeText(part.repeat(200_000));
      expect(performance.now() - started).toBeLessThan(3000);
    },
  );
});
