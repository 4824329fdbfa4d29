import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Evidence, fitProbability, shares } from './confidence.js';
import { TRAINED, UNTRAINED } from './confidence-values.js';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const evidence: fc.Arbitrary<Evidence> = fc.record({
  scores: fc
    .array(fc.double({ min: -2, max: 3, noNaN: true }), { minLength: 1, maxLength: 20 })
    .map((scores) => scores.sort((a, b) => b - a)),
  nearest: unit,
  nearestOfTop: unit,
  coverage: unit,
  wordingsPerAnswer: fc.double({ min: 1, max: 300, noNaN: true }),
  answers: fc.integer({ min: 1, max: 500 }),
});

describe.each([
  ['trained', TRAINED],
  ['untrained', UNTRAINED],
] as const)('the confidence of an index %s', (_, numbers) => {
  it('is a probability', () => {
    fc.assert(
      fc.property(evidence, (known) => {
        const fits = fitProbability(known, numbers);
        expect(fits).toBeGreaterThanOrEqual(0);
        expect(fits).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never falls when the best answer scores better or more of the words are known', () => {
    fc.assert(
      fc.property(evidence, fc.double({ min: 0, max: 1, noNaN: true }), (known, more) => {
        const [top = 0, ...others] = known.scores;
        const before = fitProbability(known, numbers);
        expect(fitProbability({ ...known, scores: [top + more, ...others] }, numbers)).toBeGreaterThanOrEqual(
          before,
        );
        const coverage = Math.min(1, known.coverage + more);
        expect(fitProbability({ ...known, coverage }, numbers)).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('is shared out whole, in the order of the scores', () => {
    fc.assert(
      fc.property(evidence, ({ scores, wordingsPerAnswer }) => {
        const shared = shares(scores, wordingsPerAnswer, numbers);
        expect(shared.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
        expect(shared).toEqual([...shared].sort((a, b) => b - a));
      }),
    );
  });
});
