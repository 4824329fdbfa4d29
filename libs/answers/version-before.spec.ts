import { describe, expect, it } from '@jest/globals';
import { versionBefore } from './version-before.js';

const version = (number: number, approvedAt: string | null) => ({
  number,
  approvedAt,
  state: approvedAt ? ('approved' as const) : ('draft' as const),
});

describe('the version that another is compared with', () => {
  it('is the last one that the public could read', () => {
    const versions = [
      version(4, null),
      version(3, null),
      version(2, '2026-01-01T00:00:00Z'),
      version(1, null),
    ];
    expect(versionBefore(versions[0]!, versions)?.number).toBe(2);
  });

  it('is the one right before while nothing was approved', () => {
    const versions = [version(3, null), version(2, null), version(1, null)];
    expect(versionBefore(versions[0]!, versions)?.number).toBe(2);
  });

  it('does not exist for the first', () => {
    const first = version(1, null);
    expect(versionBefore(first, [first])).toBeNull();
  });
});
