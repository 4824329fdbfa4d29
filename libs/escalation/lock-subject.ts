import type { EntityManager } from 'typeorm';
import { type LockedMention, lockMentions } from '#mentions';
import { lockRequest, REQUEST_SUBJECT } from '#requests';
import { mentionIdsOf } from './escalation-record.js';

/** Locks what an escalation is about, as it has to be done before the escalation itself; gives its mentions. */
export async function lockSubject(
  manager: EntityManager,
  escalationId: string,
): Promise<Map<string, LockedMention>> {
  const mentions = await lockMentions(manager, await mentionIdsOf(manager, escalationId));
  const [subject]: { id: string }[] = await manager.query(
    `select subject_id as id from escalation where id = $1 and subject_type = $2`,
    [escalationId, REQUEST_SUBJECT],
  );
  if (subject) await lockRequest(manager, subject.id);
  return mentions;
}
