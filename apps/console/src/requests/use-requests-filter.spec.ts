import { describe, expect, it } from '@jest/globals';
import { printRequestsFilter, readRequestsFilter } from './use-requests-filter.js';

describe('the filter of the missing answers', () => {
  it('is kept in the address, without what is the default', () => {
    const filter = { scope: 'departments', state: 'in_review', overdue: true } as const;
    const printed = printRequestsFilter(filter);
    expect(printed.toString()).toBe('scope=departments&state=in_review&overdue=true');
    expect(readRequestsFilter(printed)).toEqual(filter);
    expect(printRequestsFilter({ scope: 'all', state: undefined, overdue: false }).toString()).toBe('');
  });

  it('leaves out what makes no sense', () => {
    expect(readRequestsFilter(new URLSearchParams('scope=x&state=lost&overdue=1'))).toEqual({
      scope: 'all',
      state: undefined,
      overdue: false,
    });
  });
});
