import type { RequestState } from './contract.js';

/**
 * What can happen to a request. The first four follow the linked answer: `write` (a draft, also one that came back),
 * `submit` (the departments are asked), `approve` (it may be used), `lapse` (nothing of it can be used any more). The
 * others are decided by people; `fulfil` also by the last mention being handled.
 */
export type RequestMove = 'write' | 'submit' | 'approve' | 'lapse' | 'fulfil' | 'decline' | 'withdraw';

/** Every allowed transition; what is not here is not allowed. A missed step is caught up by the one after it. */
export const REQUEST_TRANSITIONS: Readonly<
  Record<RequestState, Readonly<Partial<Record<RequestMove, RequestState>>>>
> = {
  open: {
    write: 'drafted',
    submit: 'in_review',
    approve: 'ready',
    decline: 'declined',
    withdraw: 'withdrawn',
  },
  drafted: {
    submit: 'in_review',
    approve: 'ready',
    lapse: 'open',
    decline: 'declined',
    withdraw: 'withdrawn',
  },
  in_review: {
    write: 'drafted',
    approve: 'ready',
    lapse: 'open',
    decline: 'declined',
    withdraw: 'withdrawn',
  },
  ready: { write: 'drafted', submit: 'in_review', lapse: 'open', fulfil: 'fulfilled', withdraw: 'withdrawn' },
  fulfilled: {},
  declined: {},
  withdrawn: {},
};

/** The state after the move, or null when the move is not allowed from this state. */
export function moveRequest(state: RequestState, move: RequestMove): RequestState | null {
  return REQUEST_TRANSITIONS[state][move] ?? null;
}

/** How far the best version of the linked answer is: `usable` may be published now, `none` never again. */
export type AnswerProgress = 'none' | 'draft' | 'in_review' | 'usable';

const FOLLOWS: Record<AnswerProgress, { state: RequestState; move: RequestMove }> = {
  none: { state: 'open', move: 'lapse' },
  draft: { state: 'drafted', move: 'write' },
  in_review: { state: 'in_review', move: 'submit' },
  usable: { state: 'ready', move: 'approve' },
};

/** The move that brings a request to where its answer is; null when it is there, or has come to its end. */
export function moveToFollow(state: RequestState, progress: AnswerProgress): RequestMove | null {
  const { state: wanted, move } = FOLLOWS[progress];
  if (state === wanted || isOver(state)) return null;
  return move;
}

/** Fulfilled, declined or withdrawn: nothing happens to it any more. */
export function isOver(state: RequestState): boolean {
  return Object.keys(REQUEST_TRANSITIONS[state]).length === 0;
}
