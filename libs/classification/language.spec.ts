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
    ['nl', 'Ik ben heel blij met mijn nieuwe telefoon'],
    ['da', 'Mit tog er forsinket igen'],
    ['sv', 'Jag är mycket nöjd med min nya telefon'],
    ['ca', 'El meu paquet encara no ha arribat'],
    ['ca', 'Bon dia a tothom, quin dia tan bonic'],
    ['af', 'Die trein is weer laat vandag'],
    ['is', 'Lestin er seinn aftur í dag'],
    ['ro', 'Trenul are din nou întârziere'],
    ['hr', 'Ne zovite ih, prevaranti su'],
    ['pl', 'Moja paczka nadal nie dotarła'],
  ])('that has a neighbour among ours is not taken for it: %s, "%s"', (_, text) => {
    expect(['fr', 'en', 'de', 'it', 'pt', 'es', 'ar']).not.toContain(detectLanguage(text).language);
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
