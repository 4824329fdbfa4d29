import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Concerned } from './concerned.js';
import type { DepartmentDuty, DutyBook } from './duty-book.js';
import { nextMove, type RunningAsk } from './next-move.js';
import type { Step } from './policy.js';

const START = Date.UTC(2026, 2, 27, 8);

const duty: fc.Arbitrary<DepartmentDuty> = fc.record({
  departmentId: fc.constant('1'),
  leadId: fc.constantFrom('1', '2', null),
  deputyIds: fc.constantFrom([], ['3']),
  timeZone: fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Kolkata'),
  quietFrom: fc.constant('20:00'),
  quietUntil: fc.constant('07:30'),
  holidays: fc.constantFrom([], ['2026-03-28', '2026-03-29']),
  rota: fc.constantFrom(null, {
    kind: 'daily' as const,
    startsOn: '2026-03-20',
    handOverAt: '09:00',
    participants: ['1', '2', '4'],
  }),
  overrides: fc.constant([]),
});

const book: fc.Arbitrary<DutyBook> = fc.record({
  departments: duty.map((one) => new Map([['1', one]])),
  people: fc
    .subarray(['1', '2', '3', '4', '5'])
    .map((ids) => new Map(ids.map((id) => [id, { roles: id === '5' ? ['crisis_lead'] : ['approver'] }]))),
});

const step: fc.Arbitrary<Step> = fc.record({
  targets: fc.array(
    fc.oneof(
      fc.constant({ kind: 'asked_on_call' as const }),
      fc.constant({ kind: 'asked_lead' as const }),
      fc.constant({ kind: 'stakeholder_owner' as const }),
      fc.record({ kind: fc.constant('person' as const), personId: fc.constantFrom('1', '3', '77') }),
      fc.record({ kind: fc.constant('department' as const), departmentId: fc.constantFrom('1', '9') }),
    ),
    { minLength: 1, maxLength: 3 },
  ),
  delayMinutes: fc.integer({ min: 0, max: 90 }),
  repeat: fc.integer({ min: 0, max: 3 }),
});

const policy = fc.record({
  decideMinutes: fc.integer({ min: 1, max: 240 }),
  steps: fc.array(step, { maxLength: 5 }),
});

const concerned: fc.Arbitrary<Concerned[]> = fc.array(
  fc.record({
    stakeholderId: fc.constantFrom('31', '32'),
    salience: fc.constantFrom('definitive' as const, 'dormant' as const),
    ownerId: fc.constantFrom('2', '5', '77', null),
  }),
  { maxLength: 3 },
);

/** What people do between the moves of the clock. */
type Act = 'nothing' | 'take' | 'release' | 'snooze' | 'late';
const acts = fc.array(fc.constantFrom<Act>('nothing', 'nothing', 'take', 'release', 'snooze', 'late'), {
  maxLength: 120,
});

describe('from any history', () => {
  it('a question is due again later, each step of a round fires once and in order, and the crisis lead joins louder rounds', () => {
    fc.assert(
      fc.property(
        book,
        policy,
        fc.integer({ min: 0, max: 4 }),
        acts,
        concerned,
        (duties, given, level, history, speak) => {
          let now = START;
          let due = START;
          let ask: RunningAsk = {
            departmentId: '1',
            state: 'open',
            level,
            round: 1,
            step: 0,
            repetition: 0,
            loudFrom: 2,
            snoozed: false,
            concerned: speak,
          };
          const fired = new Set<string>();
          let last = [0, 0, 0];
          for (const act of history) {
            if (act === 'take' && ask.state === 'open') {
              ask = { ...ask, state: 'acknowledged' };
              due = now + given.decideMinutes * 60_000;
            } else if (act === 'release' && ask.state === 'acknowledged') {
              ask = { ...ask, state: 'open', snoozed: false };
              due = now;
            } else if (act === 'snooze' && ask.state === 'acknowledged') {
              ask = { ...ask, snoozed: true };
              due = now + 15 * 60_000;
            }
            // The clock goes on to when something is due, or to long after: nobody was there for three days.
            now = Math.max(now, due) + (act === 'late' ? 3 * 86_400_000 : 0);
            const move = nextMove(ask, given, duties, new Date(now));
            due = move.nextAt.getTime();
            if (move.kind === 'lapse') {
              expect(due).toBe(now);
              ask = { ...ask, state: 'open', ...move.next, loudFrom: move.loudFrom };
              continue;
            }
            expect(due).toBeGreaterThan(now);
            if (move.kind === 'wake') ask = { ...ask, snoozed: false };
            if (move.kind !== 'ask') continue;
            const { round, step: number, repetition } = move.fired;
            const key = `${round}.${number}.${repetition}`;
            expect(fired.has(key)).toBe(false);
            fired.add(key);
            expect(before(last, [round, number, repetition])).toBe(true);
            last = [round, number, repetition];
            if (duties.people.size > 0 && duties.people.has('5') && move.loudness > 0) {
              expect(move.people.map(({ personId }) => personId)).toContain('5');
            }
            expect(new Set(move.people.map(({ personId }) => personId)).size).toBe(move.people.length);
            ask = { ...ask, ...move.next };
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('somebody is asked as long as the crisis lead is there', () => {
    fc.assert(
      fc.property(book, policy, (duties, given) => {
        const people = new Map([...duties.people, ['5', { roles: ['crisis_lead'] }]]);
        const ask: RunningAsk = {
          departmentId: '1',
          state: 'open',
          level: 4,
          round: 1,
          step: 0,
          repetition: 0,
          loudFrom: 2,
          snoozed: false,
        };
        const move = nextMove(ask, given, { ...duties, people }, new Date(START));
        expect(move.kind === 'ask' && move.people.length > 0).toBe(true);
      }),
    );
  });
});

function before(a: readonly number[], b: readonly number[]): boolean {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value < other;
  }
  return false;
}
