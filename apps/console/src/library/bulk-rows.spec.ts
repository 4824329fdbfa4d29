import { describe, expect, it } from '@jest/globals';
import type { WaitingVersion } from '#contract/answers';
import { bulkRows } from './bulk-rows.js';

const waiting = (contentHash: string | null, obstacle: WaitingVersion['bulkObstacle'] = null) =>
  ({
    answer: { id: '7' },
    version: { id: '70', number: 2, contentHash },
    departmentIds: ['1', '2'],
    bulkObstacle: obstacle,
  }) as WaitingVersion;

describe('what may be approved together', () => {
  it('is each version that has no obstacle, for each of my departments, as it is shown', () => {
    expect(
      bulkRows([waiting('aa'), waiting('bb', 'sensitive'), waiting(null)]).map(({ decision }) => decision),
    ).toEqual([
      { answerId: '7', number: 2, departmentId: '1', contentHash: 'aa' },
      { answerId: '7', number: 2, departmentId: '2', contentHash: 'aa' },
    ]);
  });

  it('is another row once its content is another, so that no tick stays on it', () => {
    const ids = (hash: string) => bulkRows([waiting(hash)]).map(({ id }) => id);
    expect(ids('aa')).not.toEqual(ids('bb'));
  });
});
