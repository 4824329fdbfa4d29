import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  INVITATION_STATES,
  INVITATION_TRANSITIONS,
  type InvitationMove,
  isRunning,
  moveInvitation,
  moveOfPassing,
} from './invitation-life-cycle.js';
import { allowsLevel, allowsPerson, DEFAULT_POLICY } from './invitation-policy.js';

const MOVES: readonly InvitationMove[] = [
  'take',
  'release',
  'answer',
  'call_back',
  'decline',
  'withdraw',
  'lapse',
  'overtake',
  'come_back',
  'appear',
];
const anyMoves = fc.array(fc.constantFrom(...MOVES), { maxLength: 30 });

describe('an invitation', () => {
  it('is only answered by whoever took it before', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        let state = moveInvitation('open', 'take') && ('open' as const);
        let taken = false;
        for (const move of moves) {
          const next = state && moveInvitation(state, move);
          if (!next) continue;
          if (move === 'take') taken = true;
          if (move === 'release') taken = false;
          if (move === 'answer') expect(taken).toBe(true);
          state = next as never;
        }
      }),
    );
  });

  it('once over runs again only where its reply is called back: and then it is with whoever had it', () => {
    for (const state of INVITATION_STATES) {
      const again = Object.entries(INVITATION_TRANSITIONS[state]).filter(([, next]) => isRunning(next));
      if (!isRunning(state)) expect(again).toEqual(state === 'answered' ? [['call_back', 'taken']] : []);
    }
    expect(moveInvitation('returned', 'appear')).toBe('answered');
  });

  it('ends when the last who was asked passes, and goes back to the others before', () => {
    fc.assert(
      fc.property(fc.constantFrom('open', 'taken'), fc.boolean(), fc.nat(20), (state, taker, othersLeft) => {
        const move = moveOfPassing(state, { taker, othersLeft });
        if (othersLeft === 0) expect(move).toBe('decline');
        else expect(move).toBe(state === 'taken' && taker ? 'release' : null);
      }),
    );
  });
});

describe('the policy', () => {
  it('lets nobody answer above its level, and everybody of its departments up to it', () => {
    fc.assert(
      fc.property(
        fc.nat(4),
        fc.nat(4),
        fc.array(fc.constantFrom('1', '2', '3')),
        fc.array(fc.constantFrom('1', '2', '3')),
        (levelMax, level, departmentIds, ofPerson) => {
          const policy = { levelMax, departmentIds, confirm: true };
          expect(allowsLevel(policy, level)).toBe(level <= levelMax);
          expect(allowsPerson(policy, ofPerson)).toBe(
            departmentIds.length === 0 || ofPerson.some((id) => departmentIds.includes(id)),
          );
        },
      ),
    );
    expect(DEFAULT_POLICY).toEqual({ levelMax: 1, departmentIds: [], confirm: true });
  });
});
