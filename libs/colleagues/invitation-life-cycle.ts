/**
 * `open`: asked, nobody has taken it. `overtaken`: the mention was answered, escalated or decided by somebody else.
 * `returned`: what was picked did not go out.
 */
export const INVITATION_STATES = [
  'open',
  'taken',
  'answered',
  'declined',
  'withdrawn',
  'lapsed',
  'overtaken',
  'returned',
] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/**
 * What can happen to an invitation. `release`: whoever took it passes, and others are still asked. `call_back`: whoever
 * answered took their reply back before it left, and has the invitation as before. `come_back` and
 * `appear` follow the reply: it did not go out, or the network has it after all.
 */
export type InvitationMove =
  | 'take'
  | 'release'
  | 'answer'
  | 'call_back'
  | 'decline'
  | 'withdraw'
  | 'lapse'
  | 'overtake'
  | 'come_back'
  | 'appear';

/** Every allowed transition; what is not here is not allowed. */
export const INVITATION_TRANSITIONS: Readonly<
  Record<InvitationState, Readonly<Partial<Record<InvitationMove, InvitationState>>>>
> = {
  open: {
    take: 'taken',
    decline: 'declined',
    withdraw: 'withdrawn',
    lapse: 'lapsed',
    overtake: 'overtaken',
  },
  taken: {
    answer: 'answered',
    release: 'open',
    decline: 'declined',
    withdraw: 'withdrawn',
    lapse: 'lapsed',
    overtake: 'overtaken',
  },
  answered: { call_back: 'taken', come_back: 'returned' },
  returned: { appear: 'answered' },
  declined: {},
  withdrawn: {},
  lapsed: {},
  overtaken: {},
};

/** The state after the move, or null when the move is not allowed from this state. */
export function moveInvitation(state: InvitationState, move: InvitationMove): InvitationState | null {
  return INVITATION_TRANSITIONS[state][move] ?? null;
}

/** Somebody may still answer by it. */
export function isRunning(state: InvitationState): boolean {
  return state === 'open' || state === 'taken';
}

/** What passing means: the others are still asked, or it was the last who could answer. */
export function moveOfPassing(
  state: InvitationState,
  passing: { taker: boolean; othersLeft: number },
): InvitationMove | null {
  if (passing.othersLeft === 0) return 'decline';
  return state === 'taken' && passing.taker ? 'release' : null;
}
