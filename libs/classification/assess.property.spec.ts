import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assess } from './assess.js';
import {
  ADVICE,
  HARM_CATEGORIES,
  INTENTS,
  REASON_PARTS,
  SENTIMENTS,
  type AssessableMention,
} from './assessment.js';
import { compileLexicon } from './compiled-lexicon.js';
import { DEFAULT_LEXICON } from './default-lexicon.js';
import { levelOf } from './level.js';

const lexicon = compileLexicon(DEFAULT_LEXICON);

/** Words of the lexicon in any order, between scraps of anything: far denser than real posts. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc.constantFrom(...DEFAULT_LEXICON.map((entry) => entry.term.replaceAll('*', 'x'))),
        },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            '!',
            '?',
            ', ',
            '.',
            '#',
            '@x',
            'ne',
            'not',
            '😂',
            'loooool',
            'https://a.fr?b=1',
          ),
        },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
      ),
      { maxLength: 30 },
    )
    .map((pieces) => pieces.join(' ')),
);

const anyMention: fc.Arbitrary<AssessableMention> = fc.record(
  {
    text: anyText,
    languageHint: fc.constantFrom('fr', 'en-GB', 'und', '', 'x'),
    author: fc.record(
      {
        followers: fc.oneof(fc.integer({ min: -5, max: 2_000_000_000 }), fc.double()),
        kind: fc.constantFrom('press', 'x', ''),
      },
      { requiredKeys: [] },
    ),
    hasMedia: fc.boolean(),
  },
  { requiredKeys: ['text'] },
);
const anyLanguage = fc.constantFrom('fr', 'en', 'de', 'und');
const speaking = (language: string) => () => ({ language, known: language !== 'und' });

describe('any mention at all', () => {
  it('is assessed within bounds, and the weights of its reasons sum to its severity', () => {
    fc.assert(
      fc.property(anyMention, anyLanguage, (mention, language) => {
        const assessment = assess(mention, lexicon, speaking(language));
        expect(Number.isInteger(assessment.severity)).toBe(true);
        expect(assessment.severity).toBeGreaterThanOrEqual(0);
        expect(assessment.severity).toBeLessThanOrEqual(100);
        const limits = {
          language: 0,
          harm: 60,
          evidence: 10,
          wording: 10,
          sentiment: 10,
          tone: 0,
          author: 10,
          intent: 0,
          level: 0,
        };
        let sum = 0;
        for (const part of REASON_PARTS) {
          const weights = assessment.reasons
            .filter((reason) => reason.part === part)
            .map((reason) => reason.weight);
          const points = weights.reduce((total, weight) => total + weight, 0);
          expect(points).toBeLessThanOrEqual(limits[part]);
          expect(weights.every((weight) => weight >= 0)).toBe(true);
          sum += points;
        }
        expect(sum).toBe(assessment.severity);
        expect(assessment.level).toBe(levelOf(assessment.severity));
        expect(HARM_CATEGORIES).toContain(assessment.harm);
        expect(INTENTS).toContain(assessment.intent);
        expect(SENTIMENTS).toContain(assessment.sentiment);
        expect(ADVICE).toContain(assessment.advice);
      }),
      { numRuns: 400 },
    );
  });

  it('is quoted as it was written', () => {
    fc.assert(
      fc.property(anyMention, anyLanguage, (mention, language) => {
        for (const reason of assess(mention, lexicon, speaking(language)).reasons) {
          for (const word of reason.words ?? []) {
            expect(word).not.toBe('');
            expect(mention.text).toContain(word);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is assessed the same twice, and never called a coordinated attack', () => {
    fc.assert(
      fc.property(anyMention, anyLanguage, (mention, language) => {
        const first = assess(mention, lexicon, speaking(language));
        expect(assess(mention, lexicon, speaking(language))).toEqual(first);
        expect(first.intent).not.toBe('coordinated_attack');
      }),
      { numRuns: 200 },
    );
  });

  it('does not gain severity from harm when its language has no lexicon', () => {
    fc.assert(
      fc.property(anyMention, (mention) => {
        const { harm, severity } = assess(mention, lexicon, speaking('de'));
        expect([harm, severity]).toEqual(['none', 0]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the level of a mention', () => {
  it('never falls as the severity rises', () => {
    const severity = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(severity, severity, (one, other) => {
        expect(levelOf(Math.min(one, other))).toBeLessThanOrEqual(levelOf(Math.max(one, other)));
      }),
    );
    expect([0, 24, 25, 50, 72, 88, 100].map((points) => levelOf(points))).toEqual([0, 0, 1, 2, 3, 4, 4]);
  });
});
