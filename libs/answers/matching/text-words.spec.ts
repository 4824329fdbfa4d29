import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stemOf, textWords } from './text-words.js';

const folded = (text: string, language: 'fr' | 'en') => textWords(text, language).map((word) => word.folded);

describe('the words of a text', () => {
  it('leave out links and accounts, keep tags and numbers, and lose case and accents', () => {
    expect(folded('@lumen Où est MON vélo n° 4417 ? #Remboursement https://a.example/vélo', 'fr')).toEqual([
      'ou',
      'est',
      'mon',
      'velo',
      'n',
      '4417',
      'remboursement',
    ]);
  });

  it('are split at a French elision and kept whole at an English contraction', () => {
    expect(folded('l’été qu’il fait', 'fr')).toEqual(['l', 'ete', 'qu', 'il', 'fait']);
    expect(folded("I can’t, don't", 'en')).toEqual(['i', "can't", "don't"]);
  });

  it('are as written, too, so that they can be shown as the reason', () => {
    expect(textWords('Odeur de FUMÉE', 'fr').map(({ written }) => written)).toEqual(['Odeur', 'de', 'FUMÉE']);
  });

  it('of a ligature that comes apart into marks and spaces are none', () => {
    expect(textWords('\ufc5e', 'fr')).toEqual([]);
  });

  it('of any text at all are tidy, and not endless', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.constantFrom('fr' as const, 'en' as const),
        (text, language) => {
          const words = textWords(text, language);
          expect(words.length).toBeLessThanOrEqual(200);
          for (const word of words) {
            expect(word.folded).toBe(word.folded.toLowerCase());
            expect(word.folded).not.toMatch(/[\s\p{M}]/u);
            expect(word.stem.length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});

describe('a stem', () => {
  it.each([
    ['en', ['refund', 'refunds', 'refunded']],
    ['en', ['charge', 'charges', 'charged', 'charging']],
    ['en', ['battery', 'batteries']],
    ['fr', ['batterie', 'batteries']],
    ['fr', ['rembourse', 'rembourses', 'rembourser', 'remboursez', 'remboursement']],
    ['fr', ['cheval', 'chevaux']],
  ] as const)('in %s is one for %j', (language, forms) => {
    expect(new Set(forms.map((form) => stemOf(form, language))).size).toBe(1);
  });

  it('keeps different words apart', () => {
    expect(stemOf('bus', 'en')).not.toBe(stemOf('bu', 'en'));
    expect(stemOf('card', 'en')).not.toBe(stemOf('care', 'en'));
    expect(stemOf('poste', 'fr')).not.toBe(stemOf('porte', 'fr'));
  });
});
