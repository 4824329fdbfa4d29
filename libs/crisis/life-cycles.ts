/** Where an incident stands. */
export const INCIDENT_STATES = ['declared', 'running', 'closing', 'closed'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

export type IncidentMove = 'start' | 'conclude' | 'resume' | 'close' | 'reopen' | 'end_drill';

/**
 * `start`: a lead has accepted. `conclude`: it is calm again, the review is written. `resume`: it was not over after
 * all. A false alarm that no lead took up is concluded from `declared`. `end_drill`: the drill that it belongs to is over,
 * and its debriefing takes the place of a review.
 */
export const INCIDENT_TRANSITIONS: Readonly<
  Record<IncidentState, Readonly<Partial<Record<IncidentMove, IncidentState>>>>
> = {
  declared: { start: 'running', conclude: 'closing', end_drill: 'closed' },
  running: { conclude: 'closing', end_drill: 'closed' },
  closing: { resume: 'running', close: 'closed', end_drill: 'closed' },
  closed: { reopen: 'running' },
};

/** The state after the move, or null when the move is not allowed from this state. */
export function moveIncident(state: IncidentState, move: IncidentMove): IncidentState | null {
  return INCIDENT_TRANSITIONS[state][move] ?? null;
}

export const INCIDENT_ROLES = ['lead', 'community', 'legal', 'pr', 'operations', 'log_keeper'] as const;
export type IncidentRole = (typeof INCIDENT_ROLES)[number];

/** `withdrawn`: offered to somebody else before it was answered. `replaced`: held until another accepted it. */
export const OFFER_STATES = ['proposed', 'accepted', 'declined', 'withdrawn', 'replaced'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

export type OfferMove = 'accept' | 'decline' | 'withdraw' | 'replace';

export const OFFER_TRANSITIONS: Readonly<
  Record<OfferState, Readonly<Partial<Record<OfferMove, OfferState>>>>
> = {
  proposed: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
  accepted: { replace: 'replaced' },
  declined: {},
  withdrawn: {},
  replaced: {},
};

export function moveOffer(state: OfferState, move: OfferMove): OfferState | null {
  return OFFER_TRANSITIONS[state][move] ?? null;
}

/** Of a line of the checklist, and of an action of a review; both can be taken up again. */
export const TASK_STATES = ['open', 'done', 'dropped'] as const;
export type TaskState = (typeof TASK_STATES)[number];
