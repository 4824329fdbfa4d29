import type { EntityManager } from 'typeorm';
import { returnMentions } from '#mentions';
import { closeEscalation } from './close-reopen.js';
import { lockEscalation } from './escalation-record.js';
import { lockSubject } from './lock-subject.js';

/** The reason with which an escalation closes because the drill that caused it is over. */
export const DRILL_OVER = 'drill_over';

/** Closes an escalation that nobody has decided, in the caller's transaction; its mentions go back to the inbox. */
export async function endEscalation(
  manager: EntityManager,
  escalationId: string,
  { by, reason, note }: { by: { personId: string; name: string }; reason: string; note: string | null },
  now: Date,
): Promise<void> {
  const mentionIds = [...(await lockSubject(manager, escalationId)).keys()];
  const locked = await lockEscalation(manager, escalationId);
  await closeEscalation(manager, locked, { by, reason, note }, now);
  await returnMentions(manager, by, mentionIds, {
    reason: 'closed',
    note,
    keeperId: locked.escalation.openedBy,
  });
}
