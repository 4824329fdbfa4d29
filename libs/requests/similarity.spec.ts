import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { demoHistory } from '#demonstration';
import { backgroundOf, featuresOf, SHOWN_FROM, similarity, tellingWords, TICKED_FROM } from './similarity.js';
import { WaitingTexts } from './waiting-texts.js';

/** A week of an ordinary inbox says which words are common. */
const BACKGROUND = backgroundOf(
  demoHistory(new Date('2026-03-02T10:00:00Z'), 7).map(({ text }) => featuresOf(text)),
);
const compare = (a: string, b: string) => similarity(featuresOf(a), featuresOf(b), BACKGROUND);

describe('how similar two mentions are', () => {
  it('is seen in the same question in other words', () => {
    const asked = 'Can I take my folding kayak on the tram at rush hour?';
    expect(compare(asked, 'is a folding kayak allowed on the tram??')).toBeGreaterThanOrEqual(SHOWN_FROM);
    expect(
      compare(
        'Peut-on monter dans le tram avec un kayak pliant ?',
        'Bonjour @lumen, le kayak pliant est-il accepté dans le tram ?',
      ),
    ).toBeGreaterThanOrEqual(SHOWN_FROM);
  });

  it('is seen in copies with small changes, links and names', () => {
    const copy = 'Lumen refuse de rembourser les abonnements suspendus, partagez ! https://x.example/1';
    const other =
      '@ami Lumen REFUSE de rembourser les abonnements suspendus. Partagez !! https://y.example/2';
    expect(compare(copy, other)).toBeGreaterThanOrEqual(TICKED_FROM);
  });

  it('is not seen in what shares only the words that everybody uses', () => {
    expect(compare('The bus is late again this morning', 'I love the new bikes this morning')).toBeLessThan(
      SHOWN_FROM,
    );
    expect(
      compare(
        'qui d’autre attend le car 120 à Hôtel de Ville ?',
        'la trottinette 7414 a le guidon qui bouge, je l’ai laissée à Hôtel de Ville',
      ),
    ).toBeLessThan(SHOWN_FROM);
  });

  it('is symmetric, between 0 and 1, and 1 for the same text', () => {
    const text = fc
      .array(fc.constantFrom('tram', 'kayak', 'été', 'refund', 'the', 'ligne', '4', '😀', '@you'), {
        maxLength: 12,
      })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), text, (a, b) => {
        const there = compare(a, b);
        expect(there).toBe(compare(b, a));
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1);
        if (featuresOf(a).words.size > 0) expect(compare(a, a)).toBeCloseTo(1);
      }),
    );
  });

  it('looks others up by the rarest words', () => {
    expect(tellingWords('The kayak and this bike, @lumen https://a.example', BACKGROUND, 1)).toEqual([
      'kayak',
    ]);
  });
});

describe('an arrival among what is waited for', () => {
  const requests = [
    { requestId: '1', text: 'Can I take my folding kayak on the tram?' },
    { requestId: '2', text: 'Is there a lost property office near the central station?' },
    { requestId: '2', text: 'Where do I find lost property, at central station?' },
  ];
  const waiting = new WaitingTexts(requests, BACKGROUND);

  it('belongs to the request whose mentions ask the same', () => {
    expect(waiting.mostSimilar('a folding kayak, can it ride the tram')?.requestId).toBe('1');
    expect(waiting.mostSimilar('lost my umbrella: where is the lost property office?')?.requestId).toBe('2');
    expect(waiting.mostSimilar('The app crashes when I open the map')).toBeNull();
    expect(waiting.mostSimilar('')).toBeNull();
  });

  it('is found exactly as a comparison with every one of them finds it, where two telling words are shared', () => {
    const vocabulary = [
      'folding',
      'kayak',
      'tram',
      'lost',
      'property',
      'office',
      'central',
      'station',
      'late',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...vocabulary), { minLength: 3, maxLength: 8 }), (words) => {
        const text = words.join(' ');
        const best = Math.max(...requests.map((one) => compare(text, one.text)));
        const found = waiting.mostSimilar(text);
        if (found) expect(found.similarity).toBeCloseTo(best);
        else expect(best).toBeLessThan(TICKED_FROM);
      }),
    );
  });
});
