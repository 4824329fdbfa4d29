import type { EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { publishEvents } from '#platform/live';
import { conflict } from '#platform/problem';
import { type InvitationMove, isRunning, moveInvitation } from './invitation-life-cycle.js';
import type { InvitationRecord } from './invitation-record.js';
import { tellCameBack, tellOver } from './tell-people.js';

export interface InvitationPerson {
  personId: string;
  name: string;
}

interface InvitationStep {
  move: InvitationMove;
  /** Null: it followed from the clock, the mention or the reply. */
  by: InvitationPerson | null;
  reason?: string | null;
  /** Nobody is told. */
  silent?: boolean;
}

const ACTIONS: Record<InvitationMove, string> = {
  take: 'invitation.taken',
  release: 'invitation.passed',
  answer: 'invitation.answered',
  call_back: 'invitation.called_back',
  decline: 'invitation.declined',
  withdraw: 'invitation.withdrawn',
  lapse: 'invitation.lapsed',
  overtake: 'invitation.overtaken',
  come_back: 'invitation.returned',
  appear: 'invitation.appeared',
};

/**
 * The one way in which an invitation changes its state: the row, the live event, the notices and the record, in the
 * caller's transaction, which holds its lock. Throws `transition-not-allowed`.
 */
export async function applyMove(
  manager: EntityManager,
  invitation: InvitationRecord,
  { move, by, reason = null, silent = false }: InvitationStep,
): Promise<void> {
  const state = moveInvitation(invitation.state, move);
  if (!state) {
    throw conflict(
      'transition-not-allowed',
      `This invitation is ${invitation.state}: it cannot ${move.replace('_', ' ')}.`,
      { state: invitation.state, move },
    );
  }
  const takenBy = move === 'take' ? (by?.personId ?? null) : move === 'release' ? null : invitation.takenBy;
  await manager.query(
    `update answer_invitation set state = $2, taken_by = $3, state_at = clock_timestamp(),
       ended_by = case when $4 then $5::bigint end, end_reason = case when $4 then $6 end
     where id = $1`,
    [invitation.id, state, takenBy, !isRunning(state), by?.personId ?? null, reason],
  );
  await tellScreens(manager, { ...invitation, state });
  if (move === 'decline' || move === 'lapse' || move === 'come_back') {
    await tellCameBack(manager, invitation, move);
  }
  if ((move === 'withdraw' || move === 'overtake') && !silent) await tellOver(manager, invitation);
  await recordDecision(manager, {
    actor: by,
    action: ACTIONS[move],
    subjectType: 'answer_invitation',
    subjectId: invitation.id,
    reason,
    before: { state: invitation.state, takenBy: invitation.takenBy },
    after: { state, takenBy, mentionId: invitation.mentionId },
  });
}

/** The invitation, or who of those asked has passed, changed. */
export function tellScreens(
  manager: EntityManager,
  { id, mentionId, state }: Pick<InvitationRecord, 'id' | 'mentionId' | 'state'>,
): Promise<void> {
  return publishEvents(manager, [{ type: 'answer-invitation.changed', invitationId: id, mentionId, state }]);
}
