import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mayBeScheduled, secondPersonAtLeaving, secondPersonFor } from './rules.js';

describe('a second person', () => {
  const rules = { secondFromLevel: 3, secondAtHighSensitivity: true };

  it('is asked from the level on, and for sensitive answers below it', () => {
    expect(secondPersonFor(rules, 2, 'medium')).toBeNull();
    expect(secondPersonFor(rules, 2, 'high')).toBe('sensitivity');
    expect(secondPersonFor(rules, 3, 'low')).toBe('level');
    expect(secondPersonFor(rules, 4, 'high')).toBe('level');
  });

  it('is asked by nothing that was switched off', () => {
    expect(secondPersonFor({ secondFromLevel: null, secondAtHighSensitivity: true }, 4, 'low')).toBeNull();
    expect(secondPersonFor({ secondFromLevel: 3, secondAtHighSensitivity: false }, 2, 'high')).toBeNull();
    expect(secondPersonFor({ secondFromLevel: 0, secondAtHighSensitivity: false }, 0, 'low')).toBe('level');
  });
});

describe('a second person at the leaving', () => {
  const level = fc.nat(4);
  const rules = fc.record({
    secondFromLevel: fc.option(level),
    secondAtHighSensitivity: fc.boolean(),
  });
  const sensitivity = fc.constantFrom('low' as const, 'medium' as const, 'high' as const);

  it('is asked whenever the rules ask, and a look at an invited colleague’s answer never stands for it', () => {
    fc.assert(
      fc.property(rules, level, sensitivity, fc.option(level), (given, now, sensitive, levelLimit) => {
        const asked = secondPersonFor(given, now, sensitive);
        const beyond = levelLimit !== null && now > levelLimit;
        for (const confirmed of [null, 'invitation'] as const) {
          const why = secondPersonAtLeaving(given, now, sensitive, { levelLimit, confirmed, post: false });
          expect(why).toBe(asked ?? (beyond ? 'level' : null));
        }
        for (const confirmed of ['level', 'sensitivity'] as const) {
          expect(
            secondPersonAtLeaving(given, now, sensitive, { levelLimit, confirmed, post: false }),
          ).toBeNull();
        }
      }),
    );
  });

  it('is asked for every post of its own, whatever the rules say, and once', () => {
    const given = fc.record({
      secondFromLevel: fc.constantFrom(null, 0, 1, 2, 3, 4),
      secondAtHighSensitivity: fc.boolean(),
    });
    const sensitivity = fc.constantFrom('low' as const, 'medium' as const, 'high' as const);
    fc.assert(
      fc.property(given, fc.integer({ min: 0, max: 4 }), sensitivity, (free, level, sensitive) => {
        const leaving = (confirmed: 'post' | null) =>
          secondPersonAtLeaving(free, level, sensitive, { levelLimit: null, confirmed, post: true });
        expect(leaving(null)).not.toBeNull();
        expect(leaving('post')).toBeNull();
      }),
    );
  });
});

describe('a later hour', () => {
  it('is one minute to 30 days away', () => {
    const now = new Date('2026-11-25T08:00:00Z');
    const at = (ms: number) => mayBeScheduled(new Date(now.getTime() + ms), now);
    expect([at(-1), at(0), at(59_999), at(60_000), at(30 * 86_400_000), at(30 * 86_400_001)]).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
    ]);
    expect(mayBeScheduled(new Date(Number.NaN), now)).toBe(false);
  });
});
