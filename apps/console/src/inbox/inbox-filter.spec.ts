import { describe, expect, it } from '@jest/globals';
import { mentionFilterSchema } from '#contract/mentions';
import {
  activeFilters,
  DEFAULT_FILTER,
  filterOfView,
  filterQuery,
  type InboxFilter,
  printFilter,
  readFilter,
  withoutFilter,
} from './inbox-filter.js';

const NARROW: InboxFilter = {
  state: ['escalated'],
  level: ['2', '3'],
  topicId: ['12'],
  network: ['x', 'feed'],
  language: ['fr'],
  intent: ['unhappy_customer'],
  harm: ['safety_health'],
  sentiment: ['negative'],
  voice: ['press'],
  stakeholderId: '31',
  assignee: 'me',
  importId: '7',
  search: 'fuite, gaz & fumée',
  from: '2026-11-20T00:00:00.000Z',
  to: '2026-11-24T23:59:59.999Z',
  sort: 'urgent',
};

describe('the filter of the inbox in its address', () => {
  it('comes back from the address as it was', () => {
    expect(readFilter(new URLSearchParams(printFilter(NARROW).toString()))).toEqual(NARROW);
  });

  it('is an empty address for what is open, newest first', () => {
    expect(printFilter(DEFAULT_FILTER).toString()).toBe('');
    expect(readFilter(new URLSearchParams())).toEqual(DEFAULT_FILTER);
  });

  it('says “all states” apart from the default', () => {
    const all = { ...DEFAULT_FILTER, state: [] };
    expect(readFilter(printFilter(all)).state).toEqual([]);
  });

  it('leaves out what makes no sense', () => {
    const read = readFilter(
      new URLSearchParams(
        'state=gone&level=9,2,x&topicId=0,-1,5&assignee=someone&from=yesterday&sort=loud&network=X!',
      ),
    );
    expect(read).toEqual({ ...DEFAULT_FILTER, level: ['2'], topicId: ['5'] });
  });

  it('is accepted by the API', () => {
    expect(mentionFilterSchema.safeParse(filterQuery(NARROW)).success).toBe(true);
  });

  it('survives being kept as a saved view', () => {
    const kept = mentionFilterSchema.parse(filterQuery(NARROW));
    expect(filterOfView({ filter: kept, sort: NARROW.sort })).toEqual(NARROW);
  });
});

describe('the chips of a filter', () => {
  it('name every narrowing but the state', () => {
    expect(activeFilters(NARROW)).toHaveLength(16);
    expect(activeFilters(DEFAULT_FILTER)).toEqual([]);
  });

  it('can each be taken away, leaving the others', () => {
    let filter = NARROW;
    for (const chip of activeFilters(NARROW)) {
      const before = activeFilters(filter).length;
      filter = withoutFilter(filter, chip);
      expect(activeFilters(filter)).toHaveLength(before - 1);
    }
    expect(filter.state).toEqual(['escalated']);
  });
});
