import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from './language.js';

describe('the language of a text', () => {
  it.each([
    ['fr', 'Bonjour, mon colis n’est toujours pas arrivé'],
    ['fr', 'train en retard'],
    ['en', 'my account was hacked'],
    ['en', '@marque #été https://exemple.fr/le-colis-est-perdu please fix this for me 😡😡'],
    ['de', 'Das Gerät funktioniert leider nicht mehr'],
    ['fi', 'Kiitos paljon avusta'],
    ['ja', 'ありがとうございます'],
    ['ar', 'الخدمة سيئة جدا ولا أحد يرد'],
  ])('is %s for "%s"', (language, text) => {
    expect(detectLanguage(text)).toEqual({ language, known: true });
  });

  it.each([
    '',
    'ok',
    'lol',
    'mdr',
    'Nul',
    'Arnaque',
    'hello',
    'haha haha',
    '👍👍',
    '1234 5678',
    '#fuite @marque',
    'https://exemple.fr',
  ])('is not guessed for "%s"', (text) => {
    expect(detectLanguage(text)).toEqual({ language: 'und', known: false });
  });
});
