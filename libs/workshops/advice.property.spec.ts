import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { advise, adviceOn, type Brief, cautions } from './advice.js';
import { methodSchema, OBJECTIVES, PLACES, TRUSTS } from './contract-plan.js';
import { METHODS } from './methods.js';

const briefs: fc.Arbitrary<Brief> = fc.record({
  sponsor: fc.string(),
  stake: fc.string(),
  strategy: fc.string(),
  objective: fc.constantFrom(...OBJECTIVES),
  people: fc.integer({ min: 2, max: 500 }),
  minutes: fc.integer({ min: 5, max: 6000 }),
  place: fc.constantFrom(...PLACES),
  trust: fc.constantFrom(...TRUSTS),
});
const brief = (given: Partial<Brief>): Brief => ({
  sponsor: 'Director',
  stake: 'the line closes',
  strategy: 'listen first',
  objective: 'explore',
  people: 40,
  minutes: 120,
  place: 'on_site',
  trust: 'medium',
  ...given,
});
const first = (given: Partial<Brief>) => advise(METHODS, brief(given))[0];

describe('the adviser', () => {
  it('says something of every method, with a reason for each circumstance', () => {
    fc.assert(
      fc.property(briefs, (given) => {
        const advice = advise(METHODS, given);
        expect(advice.map(({ methodKey }) => methodKey).sort()).toEqual(METHODS.map(({ key }) => key).sort());
        for (const { score, reasons, verdict } of advice) {
          expect(reasons).toHaveLength(5);
          expect(score).toBe(reasons.reduce((sum, { points }) => sum + points, 0));
          expect(score).toBeLessThanOrEqual(100);
          expect(verdict === 'not_advised').toBe(reasons.some(({ side }) => side === 'against'));
        }
      }),
    );
  });

  it('never puts a method that is not advised above one that is possible', () => {
    fc.assert(
      fc.property(briefs, (given) => {
        const verdicts = advise(METHODS, given).map(({ verdict }) => verdict);
        expect(verdicts).toEqual([
          ...verdicts.filter((one) => one === 'recommended'),
          ...verdicts.filter((one) => one === 'possible'),
          ...verdicts.filter((one) => one === 'not_advised'),
        ]);
      }),
    );
  });

  it('never thinks less of a method because there is more trust', () => {
    fc.assert(
      fc.property(briefs, fc.constantFrom(...METHODS), (given, method) => {
        const scores = TRUSTS.map((trust) => adviceOn(method, { ...given, trust }).score);
        expect([...scores].sort((a, b) => a - b)).toEqual(scores);
      }),
    );
  });

  it.each([
    ['forty people who explore for two hours', {}, 'world-cafe'],
    ['eight people who solve in 45 minutes', { objective: 'solve', people: 8, minutes: 45 }, 'brainstorming'],
    [
      'three hundred with an urgent matter and a day',
      { objective: 'solve', people: 300, minutes: 480 },
      'open-space',
    ],
    ['sixty who share know-how for a day', { objective: 'share', people: 60, minutes: 420 }, 'bar-camp'],
    [
      'a torn team of fifty with a day',
      { objective: 'bind', people: 50, minutes: 480 },
      'appreciative-inquiry',
    ],
    [
      'twenty who need a start in a quarter of an hour',
      { objective: 'imagine', people: 20, minutes: 15 },
      'speed-thinking',
    ],
  ] as const)('recommends for %s', (_, given, key) => {
    expect(first(given)).toMatchObject({ methodKey: key, verdict: 'recommended' });
  });

  it('says when none fits: a hundred people cannot decide in ten minutes', () => {
    const advice = advise(METHODS, brief({ objective: 'decide', people: 100, minutes: 10 }));
    expect(advice.every(({ verdict }) => verdict === 'not_advised')).toBe(true);
  });

  it('warns of a workshop that nobody asked for', () => {
    expect(cautions({ sponsor: ' ', stake: '', strategy: 'x' })).toEqual(['no-sponsor', 'no-stake']);
  });
});

describe('the methods', () => {
  it.each(METHODS)(
    '$key says whose it is, how it goes and when not to use it, in both languages',
    (method) => {
      expect(methodSchema.parse(method)).toEqual(method);
      expect(method.sources.length).toBeGreaterThan(0);
      expect(method.whenNot.length).toBeGreaterThan(0);
      const texts = JSON.stringify(method).match(/"(?:fr|en)":""/g);
      expect(texts).toBeNull();
    },
  );
});
