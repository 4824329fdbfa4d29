import { describe, expect, it } from '@jest/globals';
import { departmentsToDecide } from './departments-to-decide.js';

const waiting = (departmentId: string) => ({
  departmentId,
  decision: null,
  by: null,
  at: null,
  comment: null,
});

describe('the departments that I can still decide for', () => {
  it('are mine, and have not decided', () => {
    const approvals = [waiting('1'), waiting('2'), { ...waiting('3'), decision: 'approved' as const }];
    expect(departmentsToDecide({ state: 'in_review', approvals }, ['2', '3'])).toEqual(['2']);
  });

  it('are none unless the version is in review', () => {
    expect(departmentsToDecide({ state: 'draft', approvals: [waiting('1')] }, ['1'])).toEqual([]);
  });
});
