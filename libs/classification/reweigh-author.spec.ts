import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SALIENCE_CLASSES, STAKEHOLDER_CATEGORIES } from '#rules/stakeholders';
import { assess } from './assess.js';
import type { AuthorFacts } from './assessment.js';
import { compileLexicon } from './compiled-lexicon.js';
import { DEFAULT_LEXICON } from './default-lexicon.js';
import { reweighAuthor } from './reweigh-author.js';

const lexicon = compileLexicon(DEFAULT_LEXICON);
const speaking = (language: string) => () => ({ language, known: language !== 'und' });
const judged = (text: string, author: AuthorFacts, language = 'fr') =>
  assess({ text, author }, lexicon, speaking(language));
const ofAuthor = (text: string, author: AuthorFacts) =>
  judged(text, author).reasons.filter(({ part }) => part === 'author');

const inspectorate = (salience: (typeof SALIENCE_CLASSES)[number], kind = 'authorities'): AuthorFacts => ({
  kind,
  stakeholder: { id: '7', name: 'Inspection des transports', salience },
});
const harm = 'Votre chargeur a explosé dans les mains de mon fils';

describe('the author part of the severity', () => {
  it('rises by three points for each attribute of the stakeholder, whose name is the reason', () => {
    const [reason] = ofAuthor(harm, inspectorate('definitive'));
    expect(reason).toEqual({
      part: 'author',
      code: 'stakeholder',
      weight: 9,
      params: {
        stakeholder: 'Inspection des transports',
        stakeholderId: '7',
        salience: 'definitive',
        kind: 'authorities',
      },
    });
    expect(ofAuthor(harm, inspectorate('dangerous', 'general_public'))[0]?.weight).toBe(6);
    expect(ofAuthor(harm, inspectorate('dormant', 'general_public'))[0]?.weight).toBe(3);
    expect(ofAuthor(harm, inspectorate('none', 'general_public'))[0]?.weight).toBe(0);
  });

  it('is never less than what the category alone is worth, and with the reach ten at most', () => {
    expect(ofAuthor(harm, inspectorate('dormant'))[0]?.weight).toBe(6);
    const loud = ofAuthor(harm, { ...inspectorate('definitive'), followers: 100_000 });
    expect(loud.reduce((sum, { weight }) => sum + weight, 0)).toBe(10);
  });

  it('adds nothing to praise, whoever speaks', () => {
    expect(judged('Merci, service impeccable, je recommande', inspectorate('definitive')).severity).toBe(0);
  });
});

describe('weighing an author anew', () => {
  const anyAuthor: fc.Arbitrary<AuthorFacts> = fc.record(
    {
      followers: fc.integer({ min: 0, max: 5_000_000 }),
      name: fc.constantFrom('Léa', 'La Gazette', 'city bot'),
      kind: fc.constantFrom(...STAKEHOLDER_CATEGORIES),
      stakeholder: fc.record({
        id: fc.constantFrom('1', '2'),
        name: fc.string(),
        salience: fc.constantFrom(...SALIENCE_CLASSES),
      }),
    },
    { requiredKeys: [] },
  );
  const anyText = fc
    .array(
      fc.constantFrom(...DEFAULT_LEXICON.map(({ term }) => term.replaceAll('*', 'x')), '?', 'not', '@x'),
      {
        maxLength: 20,
      },
    )
    .map((words) => words.join(' '));

  it('comes to what judging anew would come to, and twice is once', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('fr', 'en', 'und'),
        anyAuthor,
        anyAuthor,
        (text, language, before, after) => {
          const anew = judged(text, after, language);
          const weighed = reweighAuthor(judged(text, before, language), after, text);
          expect(weighed).toEqual(anew);
          expect(reweighAuthor(weighed, after, text)).toEqual(anew);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('leaves the text as it was judged, whatever the lexicon says by now', () => {
    const forgetful = assess({ text: harm }, compileLexicon([]), speaking('fr'));
    const weighed = reweighAuthor(forgetful, inspectorate('definitive'), harm);
    expect([weighed.harm, weighed.severity]).toEqual(['none', 0]);
  });
});
