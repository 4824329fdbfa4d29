import { describe, expect, it } from '@jest/globals';
import { accuracyAt, auroc, calibrationError } from './ranking-figures.js';

describe('figures of a ranking', () => {
  it('count the right label among the first', () => {
    const ranked = [['a', 'b', 'c'], ['b', 'a'], []];
    expect(accuracyAt(1, ranked, ['a', 'a', 'a'])).toBe(33.33);
    expect(accuracyAt(3, ranked, ['c', 'a', 'a'])).toBe(66.67);
  });

  it('tell how well two groups are apart, ties counting half', () => {
    expect(auroc([3, 2], [1, 0])).toBe(100);
    expect(auroc([1, 1], [1, 1])).toBe(50);
    expect(auroc([3, 1], [2, 0])).toBe(75);
    expect(auroc([1], [])).toBeNull();
  });

  it('tell how far confidence is from the share that was right', () => {
    const told = (confidence: number, right: boolean) => ({ confidence, right, weight: 1 });
    expect(calibrationError([told(0.5, true), told(0.5, false)])).toBe(0);
    expect(calibrationError([told(0.9, false), told(0.9, false)])).toBe(0.9);
    expect(calibrationError([])).toBe(0);
  });
});
