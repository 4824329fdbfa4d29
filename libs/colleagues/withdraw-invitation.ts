import type { Transaction } from '#platform/database';
import type { OutboxService } from '#replies';
import { lockInvitation, readInvitation } from './invitation-record.js';
import { applyMove, type InvitationPerson } from './move-invitation.js';

/**
 * Withdraws an invitation because what it was asked for is over, in the caller's transaction, and calls back what was
 * picked by it and has not left. Nobody is told: the invitation says so itself.
 */
export async function withdrawInvitation(
  transaction: Transaction,
  outbox: OutboxService,
  invitationId: string,
  reason: string,
  by: InvitationPerson,
): Promise<void> {
  const { manager } = transaction;
  const { state, reply } = await readInvitation(manager, invitationId);
  if (state === 'answered' && reply) {
    await outbox.cancelWithin(transaction, reply.id, by);
    await applyMove(manager, await lockInvitation(manager, invitationId), { move: 'call_back', by });
  }
  const invitation = await lockInvitation(manager, invitationId);
  await applyMove(manager, invitation, { move: 'withdraw', by, reason, silent: true });
}
