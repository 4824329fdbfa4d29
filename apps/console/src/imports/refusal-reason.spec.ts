import { describe, expect, it } from '@jest/globals';
import { reasonKey } from './refusal-reason.js';

describe('the reason of a refusal', () => {
  it.each([
    ['is required', 'required'],
    ['is not a date and time such as 2026-11-24T09:30:00Z', 'notDate'],
    ['is longer than 10,000 characters', 'tooLong'],
    ['has 3 columns where the first row names 5', 'columns'],
    ['something new', null],
  ])('%s has its words', (reason, key) => {
    expect(reasonKey(reason)).toBe(key);
  });
});
