import type { DECISION_ACTIONS, MentionState } from '#contract/mentions';

export type DecisionAction = (typeof DECISION_ACTIONS)[number];

/** Where the handling of a mention stands. */
export interface Handling {
  state: MentionState;
  assigneeId: string | null;
}

export type TriageStep =
  | { ok: true; to: Handling }
  | { ok: false; code: 'mention-already-answered' | 'transition-not-allowed'; detail: string };

/**
 * From which states each action may start. Nothing starts from `answered`: a reply has gone out or is about to, and
 * only its own outcome can change that.
 */
const STARTS: Record<DecisionAction, readonly MentionState[]> = {
  take: ['new', 'in_progress'],
  assign: ['new', 'in_progress', 'escalated'],
  unassign: ['new', 'in_progress', 'escalated'],
  no_reply: ['new', 'in_progress', 'escalated'],
  escalate: ['new', 'in_progress'],
  reopen: ['no_reply', 'escalated'],
};

/**
 * What a decision makes of a mention. `personId` is who decides, `assigneeId` whom the mention is given to by
 * `assign`. A decision that would change nothing is refused.
 */
export function triage(
  from: Handling,
  action: DecisionAction,
  { personId, assigneeId }: { personId: string; assigneeId?: string },
): TriageStep {
  if (from.state === 'answered') {
    return { ok: false, code: 'mention-already-answered', detail: 'This mention has its reply.' };
  }
  if (!STARTS[action].includes(from.state)) {
    return {
      ok: false,
      code: 'transition-not-allowed',
      detail: `“${action}” does not apply to a mention that is ${from.state.replace('_', ' ')}.`,
    };
  }
  const to = outcome(from, action, personId, assigneeId ?? null);
  if (to.state === from.state && to.assigneeId === from.assigneeId) {
    return { ok: false, code: 'transition-not-allowed', detail: 'This would change nothing.' };
  }
  return { ok: true, to };
}

function outcome(
  from: Handling,
  action: DecisionAction,
  personId: string,
  assigneeId: string | null,
): Handling {
  switch (action) {
    case 'take':
      return { state: 'in_progress', assigneeId: personId };
    case 'assign':
      return { state: from.state, assigneeId };
    case 'unassign':
      // Nobody is at it any more.
      return { state: from.state === 'in_progress' ? 'new' : from.state, assigneeId: null };
    case 'no_reply':
      return { state: 'no_reply', assigneeId: from.assigneeId };
    case 'escalate':
      return { state: 'escalated', assigneeId: from.assigneeId };
    case 'reopen':
      return { state: 'new', assigneeId: null };
  }
}

/** A decision can be undone for this long. */
export const UNDO_MS = 10 * 60_000;

export interface UndoableDecision {
  personId: string | null;
  at: Date;
  undoneAt: Date | null;
  versionAfter: number;
}

export type UndoRefusal =
  'decision-not-found' | 'not-your-decision' | 'already-undone' | 'too-late' | 'mention-changed-meanwhile';

/** Why a decision cannot be undone, or null when it can: one's own, recent, and the last thing that happened. */
export function undoRefusal(
  decision: UndoableDecision | undefined,
  { personId, mentionVersion, now }: { personId: string; mentionVersion: number; now: Date },
): UndoRefusal | null {
  if (!decision) return 'decision-not-found';
  if (decision.personId !== personId) return 'not-your-decision';
  if (decision.undoneAt !== null) return 'already-undone';
  if (now.getTime() - decision.at.getTime() > UNDO_MS) return 'too-late';
  if (decision.versionAfter !== mentionVersion) return 'mention-changed-meanwhile';
  return null;
}

/** The refusal in plain English. */
export const UNDO_REFUSALS: Record<UndoRefusal, string> = {
  'decision-not-found': 'There is no such decision.',
  'not-your-decision': 'Only whoever decided can undo it.',
  'already-undone': 'It was undone already.',
  'too-late': 'A decision can be undone for ten minutes.',
  'mention-changed-meanwhile': 'Something else happened to the mention since.',
};
