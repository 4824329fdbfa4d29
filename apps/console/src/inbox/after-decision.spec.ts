import { describe, expect, it } from '@jest/globals';
import type { MentionSummary } from '#contract/mentions';
import { cursorAfter, stillListed } from './after-decision.js';
import { DEFAULT_FILTER } from './inbox-filter.js';

describe('the list after a decision', () => {
  const handled = (state: string, assigneeId: string | null) =>
    ({ state, assignee: assigneeId === null ? null : { id: assigneeId, name: 'Inès' } }) as MentionSummary;

  it('keeps what is still open and loses what is not', () => {
    expect(stillListed(handled('in_progress', '1'), DEFAULT_FILTER, '1')).toBe(true);
    expect(stillListed(handled('no_reply', '1'), DEFAULT_FILTER, '1')).toBe(false);
    expect(stillListed(handled('no_reply', '1'), { ...DEFAULT_FILTER, state: [] }, '1')).toBe(true);
  });

  it('loses what was given to somebody else', () => {
    const mine = { ...DEFAULT_FILTER, assignee: 'me' };
    expect(stillListed(handled('in_progress', '1'), mine, '1')).toBe(true);
    expect(stillListed(handled('in_progress', '2'), mine, '1')).toBe(false);
    expect(stillListed(handled('new', '2'), { ...DEFAULT_FILTER, assignee: 'none' }, '1')).toBe(false);
  });

  it('goes on with the next mention, or the one before at the end', () => {
    const ids = ['9', '7', '5', '3'];
    expect(cursorAfter(ids, new Set(['7']), '7')).toBe('5');
    expect(cursorAfter(ids, new Set(['7', '5']), '7')).toBe('3');
    expect(cursorAfter(ids, new Set(['3', '5']), '3')).toBe('7');
    expect(cursorAfter(ids, new Set(ids), '7')).toBeNull();
    expect(cursorAfter(ids, new Set(['9']), '5')).toBe('5');
  });
});
