import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findable, findMessage, readText } from './find-message.js';
import { spokenLength } from './message-map.js';
import { countWords } from './message-words.js';

const found = (text: string, message: string) => {
  const ready = findable(message);
  return ready && findMessage(readText(text), ready);
};

describe('a message is recognised', () => {
  it.each([
    [
      'word for word',
      'Bravo : la sécurité passe avant le service !',
      'La sécurité passe avant le service.',
      'wording',
    ],
    [
      'whatever case and accents',
      'LA SECURITE PASSE AVANT LE SERVICE',
      'La sécurité passe avant le service.',
      'wording',
    ],
    [
      'in another form',
      'ils retirent tous les vélos signalés aussitôt',
      'Tout vélo signalé est retiré aussitôt.',
      'near',
    ],
    [
      'in another order',
      'at once, they say, reported bikes are withdrawn',
      'Every reported bike is withdrawn at once.',
      'near',
    ],
    [
      'negated like itself',
      'd’après eux, une panne ne vous coûte rien',
      'Une panne ne vous coûte rien.',
      'wording',
    ],
  ])('%s', (_, text, message, kind) => {
    expect(found(text, message)).toMatchObject({ kind });
  });

  it.each([
    ['turned round', 'La sécurité ne passe pas avant le service.', 'La sécurité passe avant le service.'],
    ['denied just before', 'It is not true that safety comes before service', 'Safety comes before service'],
    [
      'affirmed where it is negated',
      'cette panne coûte une fortune en remboursements',
      'Une panne ne vous coûte rien',
    ],
    ['by a few common words', 'le service était bien', 'La sécurité passe avant le service.'],
    [
      'scattered over a long text',
      `sécurité ${'bla '.repeat(60)} passe ${'bla '.repeat(60)} service`,
      'La sécurité passe avant le service.',
    ],
  ])('but not when it is %s', (_, text, message) => {
    expect(found(text, message)).toBeNull();
  });

  it('is not looked for when it is too short to be told from ordinary talk', () => {
    expect(findable('Thank you')).toBeNull();
  });

  const word = fc.constantFrom(
    'vélo',
    'batterie',
    'retiré',
    'contrôle',
    'station',
    'aussitôt',
    'safety',
    'people',
    'money',
  );
  const message = fc.uniqueArray(word, { minLength: 3, maxLength: 6 }).map((words) => words.join(' '));
  const talk = fc.array(fc.constantFrom('bonjour', 'demain', 'pluie', 'train', 'music'), { maxLength: 8 });

  it('wherever it stands, and the words that matched stand in the text', () => {
    fc.assert(
      fc.property(message, talk, talk, (said, before, after) => {
        const text = [...before, said.toUpperCase(), ...after].join(' ');
        const hit = found(text, said);
        expect(hit).toMatchObject({ kind: 'wording', share: 1 });
        for (const one of hit?.words ?? []) expect(text).toContain(one);
      }),
    );
  });

  it('in any order of its words, and never in a text that has none of them', () => {
    fc.assert(
      fc.property(message, talk, (said, other) => {
        expect(found(said.split(' ').reverse().join(' '), said)).not.toBeNull();
        expect(found(other.join(' '), said)).toBeNull();
      }),
    );
  });

  it('with a share between three quarters and one, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), message, (text, said) => {
        const hit = found(`${text} ${said}`, said);
        if (hit) expect(hit.share).toBeGreaterThanOrEqual(0.75);
        if (hit) expect(hit.share).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('words of a message map', () => {
  it.each([
    ['L’eau n’est pas en cause aujourd’hui.', 'fr', 8],
    ["Quelqu'un vous répond, c'est promis.", 'fr', 6],
    ['We don’t wait – every bike is checked.', 'en', 7],
    ['', 'fr', 0],
  ] as const)('“%s” in %s: %i', (text, language, words) => {
    expect(countWords(text, language)).toBe(words);
  });

  it('fit into nine seconds when there are twenty-seven', () => {
    const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
    expect(spokenLength([words(9), words(9), words(9)], 'en')).toEqual({ words: 27, seconds: 9, fits: true });
    expect(spokenLength([words(28)], 'en')).toMatchObject({ fits: false });
  });
});
