import { describe, expect, it } from '@jest/globals';
import { mergeMatches } from './both-languages.js';
import { chooseSuggestions } from './suggestion-choice.js';

const candidate = (answerId: string, confidence: number) => ({
  answerId,
  confidence,
  score: confidence,
  words: [],
});
const match = (fits: number, ...confidences: number[]) => ({
  fits,
  candidates: confidences.map((confidence, index) => candidate(String(index + 1), confidence)),
});
const nothing = { refused: new Set<string>(), noneFits: false };
const ids = ({ candidates }: { candidates: { answerId: string }[] }) =>
  candidates.map(({ answerId }) => answerId);

describe('the suggestions shown', () => {
  it('leave out, beside a sure one, what is far less sure', () => {
    const chosen = chooseSuggestions(match(0.9, 0.8, 0.06, 0.04), nothing);
    expect(chosen.noneFits).toBe(false);
    expect(ids(chosen)).toEqual(['1', '2']);
  });

  it('are none when it is likelier that none fits; the nearest five stay to be looked at', () => {
    const chosen = chooseSuggestions(match(0.39, 0.1, 0.08, 0.07, 0.06, 0.04, 0.03), nothing);
    expect(chosen.noneFits).toBe(true);
    expect(ids(chosen)).toEqual(['1', '2', '3', '4', '5']);
    expect(chooseSuggestions(match(0), nothing)).toEqual({ candidates: [], noneFits: true });
  });

  it('are without what somebody said does not fit', () => {
    expect(ids(chooseSuggestions(match(0.9, 0.6, 0.3), { ...nothing, refused: new Set(['1']) }))).toEqual([
      '2',
    ]);
    expect(chooseSuggestions(match(0.9, 0.9), { ...nothing, refused: new Set(['1']) }).noneFits).toBe(true);
  });

  it('are none when somebody said that none fits', () => {
    expect(chooseSuggestions(match(0.9, 0.9), { ...nothing, noneFits: true }).noneFits).toBe(true);
  });
});

describe('matches in two languages', () => {
  it('are one list, of each answer the better, not surer together than the surer', () => {
    const merged = mergeMatches([
      { fits: 0.6, candidates: [candidate('1', 0.5), candidate('2', 0.1)] },
      { fits: 0.4, candidates: [candidate('2', 0.3), candidate('1', 0.1)] },
    ]);
    expect(ids(merged)).toEqual(['1', '2']);
    expect(merged.fits).toBe(0.6);
    expect(merged.candidates.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(0.6, 6);
  });
});
