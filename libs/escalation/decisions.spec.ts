import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { handOverCycle } from './hand-over-cycle.js';
import { jointOutcome, type Outcome } from './joint-outcome.js';
import {
  ASK_STATES,
  ASK_TRANSITIONS,
  ESCALATION_STATES,
  ESCALATION_TRANSITIONS,
  LIVE_ASK_STATES,
} from './life-cycles.js';
import { mayAct } from './may-act.js';
import type { SalienceClass } from '#rules/stakeholders';
import { choosePolicy, type Policy } from './policy.js';

const use = (answerId: string): Outcome => ({ kind: 'use_answer', answerId });
const silence: Outcome = { kind: 'no_reply' };

describe('what departments decide together', () => {
  it('is settled by one where any counts, by all where all do', () => {
    expect(jointOutcome([use('1'), null], 'any', 1)).toEqual({ state: 'settled', key: 'use_answer 1' });
    expect(jointOutcome([use('1'), null], 'all', 1)).toEqual({ state: 'open' });
    expect(jointOutcome([use('1'), use('1')], 'all', 1)).toEqual({ state: 'settled', key: 'use_answer 1' });
  });

  it('is a disagreement as soon as it can no longer be settled', () => {
    expect(jointOutcome([use('1'), silence], 'all', 1)).toEqual({ state: 'disagreed' });
    expect(jointOutcome([use('1'), use('2'), null], 'n_of', 2)).toEqual({ state: 'open' });
    expect(jointOutcome([use('1'), use('2'), silence], 'n_of', 2)).toEqual({ state: 'disagreed' });
  });

  it('is never open once everybody has decided', () => {
    const decision = fc.constantFrom(use('1'), use('2'), silence);
    fc.assert(
      fc.property(
        fc.array(decision, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('all' as const, 'any' as const, 'n_of' as const),
        fc.integer({ min: 0, max: 9 }),
        (decisions, rule, needed) => {
          expect(jointOutcome(decisions, rule, needed).state).not.toBe('open');
        },
      ),
    );
  });
});

describe('handing over', () => {
  const asks = [
    { id: '1', departmentId: 'legal', handedFrom: null },
    { id: '2', departmentId: 'pr', handedFrom: '1' },
    { id: '3', departmentId: 'hr', handedFrom: '2' },
  ];

  it('in a circle is found, with the departments that it goes through', () => {
    expect(handOverCycle(asks, asks[2]!, 'legal')).toEqual(['legal', 'pr', 'hr', 'legal']);
    expect(handOverCycle(asks, asks[2]!, 'hr')).toEqual(['hr', 'hr']);
  });

  it('onwards is fine', () => {
    expect(handOverCycle(asks, asks[2]!, 'security')).toBeNull();
  });
});

describe('a life cycle', () => {
  it('leads only to states that there are, and out of every state but the end', () => {
    for (const state of ESCALATION_STATES) expect(Object.keys(ESCALATION_TRANSITIONS[state])).not.toEqual([]);
    for (const state of ASK_STATES) {
      const next = Object.values(ASK_TRANSITIONS[state]);
      expect(next).not.toEqual([]);
      for (const to of next) expect(ASK_STATES).toContain(to);
    }
  });

  it('lets every question that is live be withdrawn, decided or reopened: none is stuck', () => {
    for (const state of LIVE_ASK_STATES) {
      expect(ASK_TRANSITIONS[state].withdraw).toBe('withdrawn');
      expect(ASK_TRANSITIONS[state].decide).toBe('decided');
    }
  });
});

describe('who may act', () => {
  const person = (change: object) => ({
    personId: '1',
    roles: ['approver'],
    permissions: ['escalations.decide'],
    departmentIds: ['7'],
    ...change,
  });

  it('is a member, somebody who was asked, or the crisis lead, and nobody without the right', () => {
    expect(mayAct(person({}), { departmentId: '7', askedIds: [] })).toBe(true);
    expect(mayAct(person({}), { departmentId: '8', askedIds: [] })).toBe(false);
    expect(mayAct(person({}), { departmentId: '8', askedIds: ['1'] })).toBe(true);
    expect(mayAct(person({}), { departmentId: null, askedIds: [] })).toBe(false);
    expect(mayAct(person({ roles: ['crisis_lead'] }), { departmentId: null, askedIds: [] })).toBe(true);
    expect(mayAct(person({ permissions: [] }), { departmentId: '7', askedIds: ['1'] })).toBe(false);
  });
});

describe('the policy for a matter', () => {
  const policy = (id: string, change: Partial<Policy>): Policy => ({
    id,
    topicId: null,
    levelMin: 0,
    levelMax: 4,
    salience: [],
    isDefault: false,
    active: true,
    decideMinutes: 30,
    steps: [],
    ...change,
  });
  const policies = [
    policy('1', { isDefault: true }),
    policy('2', { levelMin: 2 }),
    policy('3', { levelMin: 3 }),
    policy('4', { topicId: '9', levelMin: 1 }),
    policy('5', { topicId: '9', active: false }),
  ];
  const chosen = (topicIds: string[], level: number) =>
    choosePolicy(policies, { topicIds, level, salience: [] })?.id;

  it('is the one for its topic, then the narrowest for its level, then the default', () => {
    expect(chosen(['9'], 3)).toBe('4');
    expect(chosen(['8'], 3)).toBe('3');
    expect(chosen([], 2)).toBe('2');
    expect(chosen([], 1)).toBe('1');
    expect(chosen(['9'], 0)).toBe('1');
  });

  it('can be for the salience of whoever is concerned, which goes before the level and after the topic', () => {
    const salient = [
      ...policies,
      policy('6', { salience: ['definitive', 'dangerous'] }),
      policy('7', { salience: ['definitive'], levelMin: 2 }),
    ];
    const routed = (salience: SalienceClass[], level: number, topicIds: string[] = []) =>
      choosePolicy(salient, { topicIds, level, salience })?.id;
    expect(routed(['dormant'], 3)).toBe('3');
    expect(routed(['dormant', 'dangerous'], 3)).toBe('6');
    expect(routed(['definitive'], 3)).toBe('7');
    expect(routed(['definitive'], 1)).toBe('6');
    expect(routed(['definitive'], 3, ['9'])).toBe('4');
    expect(routed([], 1)).toBe('1');
  });

  it('is none where there is no default', () => {
    expect(choosePolicy(policies.slice(1), { topicIds: [], level: 0, salience: [] })).toBeNull();
  });
});
