import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { highlight } from './highlight.js';

const marked = (text: string, words: string[]) =>
  highlight(text, words).flatMap((stretch) => (stretch.marked ? [stretch.text] : []));

describe('the words that weighed, marked in the text', () => {
  it('are found whatever their case, every time they stand there', () => {
    expect(marked('Feu ! Le feu a pris.', ['feu'])).toEqual(['Feu', 'feu']);
  });

  it('are whole words, accents included', () => {
    expect(marked('Le feutre et les feux, le feu', ['feu'])).toEqual(['feu']);
    expect(marked('brûlé, brûlée', ['brûlé'])).toEqual(['brûlé']);
  });

  it('may be phrases, over a line break too', () => {
    expect(marked('la batterie a\nexplosé', ['a explosé'])).toEqual(['a\nexplosé']);
  });

  it('become one mark where they overlap', () => {
    expect(marked('carte de crédit volée', ['carte de crédit', 'crédit volée'])).toEqual([
      'carte de crédit volée',
    ]);
  });

  it('may hold signs that mean something in a pattern', () => {
    expect(marked('rendez-vous manqué', ['rendez-vous'])).toEqual(['rendez-vous']);
    expect(marked('C’est (vraiment) nul ?', ['(vraiment)', 'nul ?'])).toEqual(['(vraiment)', 'nul ?']);
  });

  it('never change the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.string({ unit: 'grapheme' })),
        (text, words) => {
          expect(
            highlight(text, words)
              .map((stretch) => stretch.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });
});
