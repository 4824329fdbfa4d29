import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mayGive, spentDots } from './dots.js';
import { moveWorkshop, WORKSHOP_MOVES } from './life-cycle.js';
import { METHODS } from './methods.js';
import { phaseClock } from './phase-clock.js';
import { fitPhases, minutesOf, planOfMethod } from './plan-of-method.js';
import { planSchema } from './contract-plan.js';

describe('the clock of a phase', () => {
  const start = Date.parse('2026-11-25T09:00:00Z');
  const run = { startedAt: new Date(start).toISOString(), minutes: 10, pausedMs: 0, pausedAt: null };
  it('counts down, and goes on below zero', () => {
    expect(phaseClock(run, start + 4 * 60_000)).toMatchObject({ leftMs: 360_000, over: false, share: 0.4 });
    expect(phaseClock(run, start + 11 * 60_000)).toMatchObject({ leftMs: -60_000, over: true, share: 1 });
  });
  it('stands still in a pause, and knows the pauses before', () => {
    const paused = { ...run, pausedMs: 60_000, pausedAt: new Date(start + 180_000).toISOString() };
    expect(phaseClock(paused, start + 9_000_000)).toMatchObject({ elapsedMs: 120_000, paused: true });
  });
  it('never goes below nothing where clocks jump back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (jump) => {
        const clock = phaseClock(run, start + jump);
        expect(clock.elapsedMs).toBeGreaterThanOrEqual(0);
        expect(clock.share).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('dots', () => {
  it('are never more than the budget, however they are given', () => {
    const wishes = fc.array(fc.record({ item: fc.nat({ max: 4 }), dots: fc.nat({ max: 8 }) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        wishes,
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 5 }),
        (given, dots, dotsPerItem) => {
          const ballot = new Map<number, number>();
          for (const wish of given) {
            const others = [...ballot].reduce(
              (sum, [item, count]) => (item === wish.item ? sum : sum + count),
              0,
            );
            if (mayGive({ dots, dotsPerItem }, others, wish.dots).allowed) ballot.set(wish.item, wish.dots);
          }
          const all = [...ballot.values()];
          expect(all.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(dots);
          expect(Math.max(0, ...all)).toBeLessThanOrEqual(dotsPerItem);
        },
      ),
    );
  });
  it('can always be taken back', () => {
    expect(mayGive({ dots: 2, dotsPerItem: 2 }, 5, 0)).toEqual({ allowed: true });
    expect(mayGive({ dots: 5, dotsPerItem: 3 }, 4, 2)).toEqual({ allowed: false, left: 1 });
  });
  it('are free again where what they stood on was taken away', () => {
    expect(spentDots({ '1': 2, '2': 3 }, [{ id: '2' }, { id: '3' }])).toBe(3);
  });
});

describe('a workshop', () => {
  it('runs only after it was opened, and nothing moves once it is over', () => {
    expect(moveWorkshop('draft', 'start')).toBeNull();
    expect(moveWorkshop('open', 'start')).toBe('running');
    for (const move of WORKSHOP_MOVES) {
      expect(moveWorkshop('closed', move)).toBeNull();
      expect(moveWorkshop('cancelled', move)).toBeNull();
    }
  });
});

describe('a plan made of a method', () => {
  it.each(METHODS)('$key is complete in both languages', (method) => {
    for (const language of ['fr', 'en'] as const)
      expect(planSchema.safeParse(planOfMethod(method, language, 'on_site')).success).toBe(true);
  });
  it('takes exactly the minutes that there are, and a minute a phase at least', () => {
    const phases = fc.array(
      fc.integer({ min: 1, max: 120 }).map((minutes) => ({ minutes })),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(phases, fc.integer({ min: 1, max: 900 }), (given, minutes) => {
        const fitted = fitPhases(given, minutes);
        expect(fitted).toHaveLength(given.length);
        expect(Math.min(...fitted.map((phase) => phase.minutes))).toBeGreaterThanOrEqual(1);
        const total = minutesOf(fitted);
        expect(total).toBeLessThanOrEqual(Math.max(minutes, given.length));
        expect(total).toBeGreaterThan(minutes - Math.max(1, minutesOf(given) / 10));
      }),
    );
  });
});
