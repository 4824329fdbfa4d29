import { describe, expect, it } from '@jest/globals';
import { printLibraryFilter, readLibraryFilter } from './use-library-filter.js';

describe('the filter of the library in the address', () => {
  it('is read back as it was printed', () => {
    const filter = {
      search: 'remboursement & délai',
      state: ['draft', 'in_review'] as const,
      kind: 'holding_statement' as const,
      departmentId: '12',
      sort: 'most_used' as const,
    };
    const printed = printLibraryFilter({ ...filter, state: [...filter.state] });
    expect(readLibraryFilter(new URLSearchParams(printed.toString()))).toEqual(filter);
  });

  it('leaves out what it does not understand', () => {
    expect(readLibraryFilter(new URLSearchParams('state=wrong&kind=x&departmentId=a1&search='))).toEqual({
      search: undefined,
      state: undefined,
      kind: undefined,
      departmentId: undefined,
      sort: undefined,
    });
  });
});
