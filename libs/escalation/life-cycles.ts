/** Where an escalation stands as a whole. */
export const ESCALATION_STATES = ['open', 'acknowledged', 'decided', 'closed'] as const;
export type EscalationState = (typeof ESCALATION_STATES)[number];

export type EscalationMove = 'acknowledge' | 'release' | 'decide' | 'close' | 'reopen';

/** `release`: nobody has it any more. A decided escalation closes once what was decided has been done. */
export const ESCALATION_TRANSITIONS: Readonly<
  Record<EscalationState, Readonly<Partial<Record<EscalationMove, EscalationState>>>>
> = {
  open: { acknowledge: 'acknowledged', decide: 'decided', close: 'closed' },
  acknowledged: { release: 'open', decide: 'decided', close: 'closed' },
  decided: { close: 'closed', reopen: 'open' },
  closed: { reopen: 'open' },
};

/** Where the question to one department stands. */
export const ASK_STATES = [
  'waiting',
  'open',
  'acknowledged',
  'confirming',
  'decided',
  'handed_over',
  'withdrawn',
] as const;
export type AskState = (typeof ASK_STATES)[number];

export type AskMove =
  'begin' | 'acknowledge' | 'lapse' | 'release' | 'propose' | 'decide' | 'hand_over' | 'withdraw' | 'reopen';

/**
 * `waiting`: another department is asked first. `lapse`: whoever had it did not decide in time. `propose`: decided by
 * one person, where a second one has to confirm. `withdraw`: the matter was settled without this department.
 */
export const ASK_TRANSITIONS: Readonly<Record<AskState, Readonly<Partial<Record<AskMove, AskState>>>>> = {
  waiting: { begin: 'open', withdraw: 'withdrawn' },
  open: {
    acknowledge: 'acknowledged',
    propose: 'confirming',
    decide: 'decided',
    hand_over: 'handed_over',
    withdraw: 'withdrawn',
  },
  acknowledged: {
    lapse: 'open',
    release: 'open',
    propose: 'confirming',
    decide: 'decided',
    hand_over: 'handed_over',
    withdraw: 'withdrawn',
  },
  confirming: { decide: 'decided', reopen: 'open', withdraw: 'withdrawn' },
  decided: { reopen: 'open', withdraw: 'withdrawn' },
  handed_over: { reopen: 'open' },
  withdrawn: { reopen: 'open' },
};

/** The states in which a question is somebody's to answer: it then has an owner or a time when it goes on. */
export const LIVE_ASK_STATES = ['open', 'acknowledged', 'confirming'] as const satisfies readonly AskState[];

export function isLive(state: AskState): boolean {
  return (LIVE_ASK_STATES as readonly AskState[]).includes(state);
}

/** The state after the move, or null when the move is not allowed from this state. */
export function moveEscalation(state: EscalationState, move: EscalationMove): EscalationState | null {
  return ESCALATION_TRANSITIONS[state][move] ?? null;
}

export function moveAsk(state: AskState, move: AskMove): AskState | null {
  return ASK_TRANSITIONS[state][move] ?? null;
}

/** Where the escalation stands, by its questions, while it is neither decided nor closed. */
export function stateByAsks(asks: readonly AskState[]): 'open' | 'acknowledged' {
  return asks.some((state) => state === 'acknowledged' || state === 'confirming') ? 'acknowledged' : 'open';
}
