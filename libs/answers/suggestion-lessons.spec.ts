import { describe, expect, it } from '@jest/globals';
import { type LibraryAnswer, lessonsOf, type Pick, rejectionsOf } from './suggestion-lessons.js';

const NOW = new Date('2026-06-01T00:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

const answer = (answerId: string, change: Partial<LibraryAnswer> = {}): LibraryAnswer => ({
  answerId,
  approvedAt: daysAgo(100),
  wordings: { fr: ['Où garer ?', ''], en: ['Where to park?'] },
  bodies: { fr: ['Bonjour {{prenom}}, place Bellecour.'], en: ['Hello.'] },
  ...change,
});
const pick = (text: string, change: Partial<Pick> = {}): Pick => ({
  answerId: '1',
  text,
  language: 'fr',
  at: NOW,
  corrected: false,
  ...change,
});
const weights = (picks: Pick[], language: 'fr' | 'en' = 'fr') =>
  lessonsOf(language, [answer('1')], picks, NOW)
    .filter(({ text }) => picks.some((given) => given.text === text))
    .map(({ weight }) => weight);
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe('what a library teaches', () => {
  it('is its wordings in full, its texts a little, placeholders not at all', () => {
    expect(lessonsOf('fr', [answer('1')], [], NOW)).toEqual([
      { answerId: '1', text: 'Où garer ?', weight: 1 },
      { answerId: '1', text: 'Bonjour  , place Bellecour.', weight: 0.15 },
    ]);
  });

  it('crosses from the other language where an answer has no wording in this one', () => {
    const onlyFrench = answer('1', {
      wordings: { fr: ['Où garer ?'], en: [''] },
      bodies: { fr: ['Place Bellecour.'], en: [] },
    });
    expect(lessonsOf('en', [onlyFrench], [], NOW)).toEqual([
      { answerId: '1', text: 'Où garer ?', weight: 0.5 },
      { answerId: '1', text: 'Place Bellecour.', weight: 0.15 },
    ]);
  });
});

describe('what picks teach', () => {
  it('is more when a person chose against the suggestion, and less with time', () => {
    expect(weights([pick('a')])).toEqual([0.3]);
    expect(weights([pick('a', { corrected: true })])).toEqual([1]);
    expect(weights([pick('a', { corrected: true, at: daysAgo(90) })])[0]).toBeCloseTo(0.5, 6);
  });

  it('is heard in its language, or in both when its language is neither', () => {
    expect(weights([pick('a')], 'en')).toEqual([]);
    expect(weights([pick('a', { language: 'und' })], 'en')).toEqual([0.3]);
  });

  it('has a ceiling for each answer, so that suggesting does not feed itself', () => {
    const many = Array.from({ length: 500 }, (_, index) => pick(`text ${index}`));
    expect(sum(weights(many))).toBeCloseTo(4, 6);
    expect(sum(weights([...many, pick('same'), pick('same')]))).toBeCloseTo(4, 6);
  });

  it('is nothing for an answer that is not in the library', () => {
    expect(weights([pick('a', { answerId: '9' })])).toEqual([]);
  });
});

describe('a refusal', () => {
  const refusal = { answerId: null, text: 'un texte', language: 'fr', at: daysAgo(10) };

  it('that none fits means the answers there were, not one approved since', () => {
    const answers = [answer('1'), answer('2', { approvedAt: daysAgo(5) })];
    expect(rejectionsOf('fr', answers, [refusal], [])).toEqual([{ text: 'un texte', answerIds: ['1'] }]);
    expect(rejectionsOf('en', answers, [refusal], [])).toEqual([]);
  });

  it('is over when the same text was answered with that answer since', () => {
    const answers = [answer('1'), answer('2')];
    const since = pick('un texte', { at: daysAgo(2) });
    expect(rejectionsOf('fr', answers, [refusal], [since])).toEqual([{ text: 'un texte', answerIds: ['2'] }]);
  });
});
