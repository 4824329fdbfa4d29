import { describe, expect, it } from '@jest/globals';
import { confidencePercent, confidenceWord } from './confidence-word.js';

describe('a confidence', () => {
  it.each([
    [1, 'veryLikely'],
    [0.8, 'veryLikely'],
    [0.79, 'likely'],
    [0.5, 'likely'],
    [0.2, 'possible'],
    [0.19, 'unlikely'],
    [0, 'unlikely'],
  ])('of %d is called %s', (confidence, word) => expect(confidenceWord(confidence)).toBe(word));

  it('is never shown as certain, nor as nothing', () => {
    expect([0, 0.004, 0.456, 0.999, 1].map(confidencePercent)).toEqual([1, 1, 46, 99, 99]);
  });
});
