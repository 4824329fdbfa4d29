import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AnswerMatcher, type Wording } from './answer-matcher.js';

const LIBRARY: Wording[] = [
  ['refund', 'Where is my refund?', 'I want my money back', 'still waiting for a refund'],
  ['battery', 'Does the bike battery overheat?', 'the battery smells of smoke', 'battery is burning hot'],
  [
    'strike',
    'Is there a strike tomorrow?',
    'are trams running during the strike',
    'no trams because of strike',
  ],
  ['lost', 'I lost something on board', 'forgot my bag in the tram', 'left my umbrella on the bus'],
].flatMap(([answerId = '', ...texts]) => texts.map((text) => ({ answerId, text, weight: 1 })));

const trained = () => new AnswerMatcher(LIBRARY, 'en').train();
const best = (matcher: AnswerMatcher, text: string) => matcher.match(text).candidates[0]?.answerId;

describe('a library in memory', () => {
  const matcher = trained();

  it.each([
    ['refund', 'three weeks and my money is not back yet, refund please'],
    ['battery', 'smoke from the batteries!!'],
    ['strike', 'will trams run tomorow with the strikes'],
    ['lost', 'my bag was left in your tram'],
  ])('finds %s for "%s"', (answerId, text) => expect(best(matcher, text)).toBe(answerId));

  it('is surer of what it knows than of what it does not', () => {
    const known = matcher.match('where is my refund').fits;
    const foreign = matcher.match('happy birthday to all gardeners of Nantes').fits;
    expect(known).toBeGreaterThan(0.7);
    expect(foreign).toBeLessThan(0.3);
  });

  it('says nothing of a text without a word that tells', () => {
    for (const text of ['', '👍', 'to be or not to be', '123', '@lumen https://lumen.example/refund']) {
      expect(matcher.match(text)).toEqual({ candidates: [], fits: 0 });
    }
  });

  it('names the words that led there', () => {
    const [candidate] = matcher.match('My money!! Give me the REFUNDS').candidates;
    expect(candidate).toMatchObject({ answerId: 'refund', words: ['money', 'REFUNDS'] });
  });

  it('only ranks what it is asked about', () => {
    const { candidates } = matcher.match('where is my refund', { only: (id) => id !== 'refund' });
    expect(candidates.map(({ answerId }) => answerId)).not.toContain('refund');
  });

  it('favours what is known beside the text', () => {
    const text = 'smoke in the tram';
    const favoured = matcher.match(text, { favour: (id) => (id === 'lost' ? 2 : 0) });
    expect(favoured.candidates[0]?.answerId).toBe('lost');
  });

  it('is usable before it is trained', () => {
    expect(best(new AnswerMatcher(LIBRARY, 'en'), 'smoke from the battery')).toBe('battery');
  });

  it('learns the same in breaths as at once, and every time', () => {
    const breathing = new AnswerMatcher(LIBRARY, 'en');
    let breaths = 0;
    for (const _ of breathing.training()) breaths += 1;
    expect(breathing.trained).toBe(true);
    expect(breaths).toBeGreaterThanOrEqual(0);
    const text = 'strike and refund of the battery bag';
    expect(breathing.match(text)).toEqual(matcher.match(text));
    expect(trained().match(text)).toEqual(matcher.match(text));
  });

  it('gives, for any text, confidences that share out the probability that something fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (noise) => {
        const { candidates, fits } = matcher.match(`${noise} battery`);
        const told = candidates.map(({ confidence }) => confidence);
        expect(told).toEqual([...told].sort((a, b) => b - a));
        if (told.length > 0) expect(told.reduce((sum, value) => sum + value, 0)).toBeCloseTo(fits, 6);
        expect(fits).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('holds without any answer at all', () => {
    expect(new AnswerMatcher([], 'fr').train().match('bonjour la batterie')).toEqual({
      candidates: [],
      fits: 0,
    });
  });
});

describe('a refusal', () => {
  const text = 'my bag smells of smoke';
  const refused = (answerIds: string[]) => new AnswerMatcher(LIBRARY, 'en', [{ text, answerIds }]).train();
  const confidence = (matcher: AnswerMatcher, asked: string, answerId: string) =>
    matcher.match(asked).candidates.find((candidate) => candidate.answerId === answerId)?.confidence ?? 0;

  it('takes off most for the same text, less for a like one, nothing for another', () => {
    const before = trained();
    const after = refused(['battery', 'lost']);
    expect(confidence(after, text, 'battery')).toBeLessThan(confidence(before, text, 'battery'));
    expect(after.match(text).fits).toBeLessThan(before.match(text).fits);
    const other = 'where is my refund';
    expect(after.match(other).candidates).toEqual(before.match(other).candidates);
  });
});
