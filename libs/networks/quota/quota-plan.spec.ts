import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pacificDayOf } from './pacific-day.js';
import { AHEAD_MS, NEW_DAY, planCall, type QuotaCall, type QuotaDay } from './quota-plan.js';

const MINUTE = 60_000;
/** An ordinary day, and those on which the clocks are changed. */
const DAYS = ['2026-11-30T20:00:00Z', '2026-03-08T20:00:00Z', '2026-11-01T20:00:00Z'].map((noon) =>
  pacificDayOf(new Date(noon)),
);

interface Asked {
  /** Share of the day that is over, 0 to 1. */
  at: number;
  units: number;
  purpose: QuotaCall['purpose'];
}

const plans = fc
  .record({
    limit: fc.integer({ min: 100, max: 20_000 }),
    share: fc.double({ min: 0, max: 0.99, noNaN: true }),
  })
  .map(({ limit, share }) => ({ limit, reserve: Math.floor(limit * share) }));
const purposes = fc.constantFrom('answering', 'checking', 'reading', 'past');
const calls = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
    units: fc.constantFrom(1, 1, 1, 50, 100),
    purpose: purposes,
  }),
  { maxLength: 400 },
);
const days = fc.constantFrom(...DAYS);

/** What is granted of calls in the order in which they come: also one in which the clock jumps back and forth. */
function play(
  asked: readonly Asked[],
  plan: { limit: number; reserve: number },
  day: (typeof DAYS)[number],
): { state: QuotaDay; granted: Asked[] } {
  let state = NEW_DAY;
  const granted: Asked[] = [];
  for (const call of asked) {
    const now = momentOf(day, call.at);
    const decision = planCall(state, { ...plan, ...call }, { now, endsAt: day.endsAt });
    if (!decision.granted) {
      expect(decision.at.getTime()).toBeGreaterThan(now.getTime());
      expect(decision.at.getTime()).toBeLessThanOrEqual(day.endsAt.getTime());
      continue;
    }
    state = decision.day;
    granted.push(call);
  }
  return { state, granted };
}

function momentOf({ startsAt, endsAt }: (typeof DAYS)[number], share: number): Date {
  return new Date(startsAt.getTime() + Math.floor((endsAt.getTime() - startsAt.getTime()) * share));
}

const sum = (asked: readonly Asked[]) => asked.reduce((all, { units }) => all + units, 0);

describe('the units of a day', () => {
  it('are never overrun, in whatever order calls come', () => {
    fc.assert(
      fc.property(calls, plans, days, (asked, plan, day) => {
        const { state, granted } = play(asked, plan, day);
        expect(state.used).toBe(sum(granted));
        expect(state.used).toBeLessThanOrEqual(plan.limit);
        expect(state.paidUntil === null || state.paidUntil <= day.endsAt).toBe(true);
      }),
    );
  });

  it('hold the reserve for answers, whatever is read and checked', () => {
    fc.assert(
      fc.property(calls, plans, days, (asked, plan, day) => {
        let state = NEW_DAY;
        let answered = 0;
        for (const call of asked) {
          const wanted = call.purpose === 'answering' && answered + call.units <= plan.reserve;
          if (call.purpose === 'answering' && !wanted) continue;
          const decision = planCall(
            state,
            { ...plan, ...call },
            { now: momentOf(day, call.at), endsAt: day.endsAt },
          );
          if (wanted) {
            // Within the reserve nobody waits, at no moment.
            expect(decision.granted).toBe(true);
            answered += call.units;
          }
          if (decision.granted) state = decision.day;
        }
        expect(plan.limit - state.used).toBeGreaterThanOrEqual(plan.reserve - answered);
      }),
    );
  });

  it('last until the end of the day, whoever reads as fast as it may', () => {
    fc.assert(
      fc.property(
        plans,
        days,
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        ({ limit, reserve }, day, from) => {
          const begin = momentOf(day, from).getTime();
          const length = day.endsAt.getTime() - begin;
          let state = NEW_DAY;
          for (let now = begin; now < day.endsAt.getTime(); now += 20 * MINUTE) {
            for (;;) {
              const call = { units: 1, purpose: 'reading', limit, reserve } as const;
              const decision = planCall(state, call, { now: new Date(now), endsAt: day.endsAt });
              if (!decision.granted) break;
              state = decision.day;
            }
            const even = ((limit - reserve) * (now - begin + AHEAD_MS.reading)) / length;
            expect(state.used).toBeLessThanOrEqual(Math.ceil(even) + 2);
          }
          // And all of it is used in the end, but for the last twenty minutes' rounding.
          expect(state.used).toBe(limit - reserve);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('are left to what is new before the past', () => {
    const [day] = DAYS;
    const times = { now: momentOf(day!, 0.5), endsAt: day!.endsAt };
    const plan = { units: 1, limit: 10_000, reserve: 1000 };
    let state = NEW_DAY;
    for (;;) {
      const decision = planCall(state, { ...plan, purpose: 'past' }, times);
      if (!decision.granted) {
        expect(decision.why).toBe('quota-spread');
        break;
      }
      state = decision.day;
    }
    expect(planCall(state, { ...plan, purpose: 'reading' }, times).granted).toBe(true);
  });

  it('say why a call has to wait', () => {
    const [day] = DAYS;
    const times = { now: momentOf(day!, 0.5), endsAt: day!.endsAt };
    const plan = { units: 1, limit: 1000, reserve: 100 };
    const at = (state: Partial<QuotaDay>, purpose: QuotaCall['purpose']) =>
      planCall({ ...NEW_DAY, ...state }, { ...plan, purpose }, times);
    expect(at({ used: 1000 }, 'answering')).toMatchObject({ why: 'quota-spent', at: day!.endsAt });
    expect(at({ closed: true }, 'answering')).toMatchObject({ why: 'quota-spent', at: day!.endsAt });
    expect(at({ used: 900 }, 'reading')).toMatchObject({ why: 'quota-kept-for-replies', at: day!.endsAt });
    expect(at({ used: 900 }, 'checking')).toMatchObject({ why: 'quota-kept-for-replies' });
    expect(at({ used: 950, answering: 51 }, 'reading')).toMatchObject({ granted: true });
    const paidUntil = new Date(times.now.getTime() + AHEAD_MS.reading + MINUTE);
    expect(at({ used: 10, paidUntil }, 'reading')).toMatchObject({
      why: 'quota-spread',
      at: new Date(times.now.getTime() + MINUTE),
    });
    expect(at({ used: 10, paidUntil }, 'checking')).toMatchObject({ granted: true });
  });
});
