import { describe, expect, it } from '@jest/globals';
import { countOfStates } from './state-counts.js';

describe('the counts on the tabs', () => {
  const byState = { new: 12, in_progress: 3, answered: 1000, escalated: 0, no_reply: 990 };
  it('add the states of a tab', () => {
    expect(countOfStates({ byState, ceiling: 1000, partial: [] }, ['new', 'in_progress'])).toEqual({
      count: 15,
      orMore: false,
    });
  });
  it('say 999+ where counting stopped, or would have', () => {
    expect(countOfStates({ byState, ceiling: 1000, partial: [] }, ['answered'])).toEqual({
      count: 999,
      orMore: true,
    });
    expect(countOfStates({ byState, ceiling: 1000, partial: [] }, ['no_reply', 'new'])).toEqual({
      count: 999,
      orMore: true,
    });
    expect(countOfStates({ byState, ceiling: 1000, partial: [] }, [])).toEqual({
      count: 999,
      orMore: true,
    });
  });
  it('say + where not all was looked at', () => {
    const counts = { byState, ceiling: 1000, partial: ['new' as const] };
    expect(countOfStates(counts, ['new', 'in_progress'])).toEqual({ count: 15, orMore: true });
    expect(countOfStates(counts, ['in_progress'])).toEqual({ count: 3, orMore: false });
  });
});
