import { describe, expect, it } from '@jest/globals';
import { printAuditFilter, readAuditFilter } from './audit-filter.js';

describe('the filter of the record in the address', () => {
  it('is read back as it was printed', () => {
    const filter = {
      action: 'reply.published',
      actorId: '3',
      subjectType: 'reply',
      subjectId: '9',
      from: '2026-11-01',
    };
    expect(readAuditFilter(printAuditFilter(filter))).toEqual(filter);
  });

  it('leaves out what it does not understand', () => {
    expect(readAuditFilter(new URLSearchParams('actorId=x&from=soon&to=&other=1'))).toEqual({});
  });
});
