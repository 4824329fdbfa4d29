import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readAgainAt, regainAt, usageOf } from './graph-usage.js';

const NOW = new Date('2026-11-30T12:00:00Z');
const minutes = (at: Date | null) => at && (at.getTime() - NOW.getTime()) / 60_000;
const businessUse = (usage: object) =>
  new Headers({ 'x-business-use-case-usage': JSON.stringify({ '104000001': [usage, { type: 'other' }] }) });

describe('what Meta says of its limits', () => {
  it('is taken from the one that is nearest', () => {
    const headers = businessUse({ call_count: 12, total_time: 64, total_cputime: 3 });
    headers.set('x-app-usage', JSON.stringify({ call_count: 28, total_time: 25, total_cputime: 25 }));
    expect(usageOf(headers)).toEqual({ percent: 64, waitMinutes: 0 });
    expect(usageOf(new Headers())).toBeNull();
  });

  it('lets reading stop before a limit is reached, and wait for as long as is named', () => {
    expect(minutes(readAgainAt({ percent: 89, waitMinutes: 0 }, NOW))).toBeNull();
    expect(minutes(readAgainAt({ percent: 90, waitMinutes: 0 }, NOW))).toBe(10);
    expect(minutes(readAgainAt({ percent: 100, waitMinutes: 43 }, NOW))).toBe(43);
    expect(minutes(readAgainAt({ percent: 100, waitMinutes: 1e9 }, NOW))).toBe(24 * 60);
  });

  it('says when to come back after a limit, else everybody comes back at another time', () => {
    expect(minutes(regainAt(businessUse({ estimated_time_to_regain_access: 7 }), NOW, 0))).toBe(7);
    expect(minutes(regainAt(new Headers({ 'retry-after': '120' }), NOW, 0))).toBe(2);
    expect(minutes(regainAt(new Headers(), NOW, 0))).toBe(5);
    expect(minutes(regainAt(new Headers(), NOW, 0.999_999))).toBeCloseTo(15, 2);
  });

  it('may be anything: it is read or left, and no wait is longer than a day', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (header) => {
        const headers = { get: (name: string) => (name === 'x-app-usage' ? header : null) };
        const usage = usageOf(headers);
        if (usage) expect(usage.percent).toBeGreaterThanOrEqual(0);
        expect(minutes(regainAt(headers, NOW, 0.5))).toBeLessThanOrEqual(24 * 60);
        expect(minutes(readAgainAt(usage, NOW)) ?? 0).toBeLessThanOrEqual(24 * 60);
      }),
    );
  });
});
