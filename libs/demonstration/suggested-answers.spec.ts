import { describe, expect, it } from '@jest/globals';
import { AnswerMatcher, chooseSuggestions, lessonsOf, type LibraryAnswer } from '#answers';
import { DEMO_ANSWERS } from './library.js';
import { DEMO_SCENARIO } from './scenario.js';

const APPROVED = DEMO_ANSWERS.filter(({ state }) => state === 'approved');
const keys = new Set(APPROVED.map(({ key }) => key));
const LIBRARY: LibraryAnswer[] = APPROVED.map((answer) => {
  const bodies = (language: 'fr' | 'en') =>
    answer.variants.filter((variant) => variant.language === language).map(({ body }) => body);
  return {
    answerId: answer.key,
    approvedAt: new Date(0),
    wordings: {
      fr: [answer.questionFr, ...answer.wordingsFr],
      en: [answer.questionEn, ...answer.wordingsEn],
    },
    bodies: { fr: bodies('fr'), en: bodies('en') },
  };
});
const matchers = {
  fr: new AnswerMatcher(lessonsOf('fr', LIBRARY, [], new Date(0)), 'fr').train(),
  en: new AnswerMatcher(lessonsOf('en', LIBRARY, [], new Date(0)), 'en').train(),
};

/** What the authors of the scenario expect, and what is suggested; posts of other languages are left out. */
const ASKED = DEMO_SCENARIO.injects.flatMap(({ language, text, expected }) => {
  if (language !== 'fr' && language !== 'en') return [];
  const match = matchers[language].match(text);
  const wanted = expected?.answerKey && keys.has(expected.answerKey) ? expected.answerKey : null;
  const place = match.candidates.findIndex(({ answerId }) => answerId === wanted);
  const { noneFits } = chooseSuggestions(match, { refused: new Set(), noneFits: false });
  return [{ wanted, place, noneFits, confidence: match.candidates[0]?.confidence ?? 0 }];
});
const answerable = ASKED.filter(({ wanted }) => wanted !== null);
const unanswerable = ASKED.filter(({ wanted }) => wanted === null);
const share = (some: readonly unknown[], all: readonly unknown[]) => some.length / all.length;

describe('the demonstration’s posts', () => {
  it('find the answer that is meant for them: first for seven in ten, among three for eight in ten', () => {
    expect(answerable.length).toBeGreaterThan(70);
    expect(
      share(
        answerable.filter(({ place }) => place === 0),
        answerable,
      ),
    ).toBeGreaterThan(0.7);
    const amongThree = answerable.filter(({ place }) => place >= 0 && place < 3);
    expect(share(amongThree, answerable)).toBeGreaterThan(0.8);
  });

  it('are told that none fits where none does, nine times in ten, and seldom otherwise', () => {
    expect(
      share(
        unanswerable.filter(({ noneFits }) => noneFits),
        unanswerable,
      ),
    ).toBeGreaterThan(0.85);
    expect(
      share(
        answerable.filter(({ noneFits }) => noneFits),
        answerable,
      ),
    ).toBeLessThan(0.35);
  });

  it('are right as often as the confidence says, where it is high', () => {
    const sure = ASKED.filter(({ confidence }) => confidence >= 0.6);
    const mean = sure.reduce((sum, { confidence }) => sum + confidence, 0) / sure.length;
    expect(sure.length).toBeGreaterThan(30);
    expect(
      share(
        sure.filter(({ place }) => place === 0),
        sure,
      ),
    ).toBeGreaterThan(mean - 0.08);
  });
});
