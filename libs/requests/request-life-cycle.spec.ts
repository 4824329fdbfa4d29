import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { REQUEST_STATES, type RequestState } from './contract.js';
import {
  type AnswerProgress,
  isOver,
  moveRequest,
  moveToFollow,
  REQUEST_TRANSITIONS,
  type RequestMove,
} from './request-life-cycle.js';

const MOVES: readonly RequestMove[] = [
  'write',
  'submit',
  'approve',
  'lapse',
  'fulfil',
  'decline',
  'withdraw',
];
const PROGRESS: readonly AnswerProgress[] = ['none', 'draft', 'in_review', 'usable'];
const REACHED: Record<AnswerProgress, RequestState> = {
  none: 'open',
  draft: 'drafted',
  in_review: 'in_review',
  usable: 'ready',
};

describe('the life of an answer request', () => {
  it('goes from asking to fulfilled', () => {
    const way: RequestState[] = ['open'];
    for (const move of ['write', 'submit', 'approve', 'fulfil'] as const) {
      way.push(moveRequest(way.at(-1) ?? 'open', move) ?? 'open');
    }
    expect(way).toEqual(['open', 'drafted', 'in_review', 'ready', 'fulfilled']);
  });

  it('allows nothing that the table does not name', () => {
    const allowed = REQUEST_STATES.flatMap((state) =>
      MOVES.filter((move) => moveRequest(state, move) !== null).map((move) => `${state} ${move}`),
    );
    const named = REQUEST_STATES.flatMap((state) =>
      Object.keys(REQUEST_TRANSITIONS[state]).map((move) => `${state} ${move}`),
    );
    expect(allowed.sort()).toEqual(named.sort());
    expect(named).not.toContain('ready decline');
    expect(named.filter((step) => step.endsWith('fulfil'))).toEqual(['ready fulfil']);
  });

  it('ends for good when it is fulfilled, declined or withdrawn', () => {
    expect(REQUEST_STATES.filter(isOver)).toEqual(['fulfilled', 'declined', 'withdrawn']);
    for (const state of REQUEST_STATES.filter(isOver)) {
      for (const progress of PROGRESS) expect(moveToFollow(state, progress)).toBeNull();
    }
  });

  it('is where its answer is after one allowed move, from wherever it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REQUEST_STATES), fc.constantFrom(...PROGRESS), (state, progress) => {
        if (isOver(state)) return;
        const move = moveToFollow(state, progress);
        const after = move === null ? state : moveRequest(state, move);
        expect(after).toBe(REACHED[progress]);
        expect(moveToFollow(after ?? state, progress)).toBeNull();
      }),
    );
  });

  it('stands where the answer last was, whatever happened to the answer and whatever step was missed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PROGRESS), { minLength: 1 }), (history) => {
        let state: RequestState = 'open';
        for (const progress of history) {
          const move = moveToFollow(state, progress);
          state = move === null ? state : (moveRequest(state, move) ?? state);
        }
        expect(state).toBe(REACHED[history.at(-1) ?? 'none']);
      }),
    );
  });
});
