import type { EntityManager } from 'typeorm';
import { type DecisionToRecord, recordDecisions } from '#audit';
import { publishEvents } from '#platform/live';
import { notFound } from '#platform/problem';
import { type MessageVersionRecord, readMessageVersions } from './message-version-record.js';

/** Every move of a house or map holds the lock of its row: one at a time, in order. Gives its versions, newest first. */
export async function lockMessageSet(manager: EntityManager, setId: string): Promise<MessageVersionRecord[]> {
  const [set]: unknown[] = await manager.query('select id from message_set where id = $1 for update', [
    setId,
  ]);
  if (!set) throw messageSetNotFound(setId);
  return readMessageVersions(manager, 'v.set_id = $1', [setId]);
}

export function messagesNumbered(
  versions: readonly MessageVersionRecord[],
  number: number,
): MessageVersionRecord {
  const version = versions.find((candidate) => candidate.number === number);
  if (!version) throw notFound('message-set-not-found', `There is no version ${number} of these messages.`);
  return version;
}

/** An entry of the record about messages. */
export type MessageDecision = Omit<DecisionToRecord, 'subjectType' | 'subjectId'>;

/** Ends a change: the date, the live event, and last, because it takes the chain's lock, the record. */
export async function finishMessageChange(
  manager: EntityManager,
  setId: string,
  decisions: readonly MessageDecision[],
): Promise<void> {
  await manager.query('update message_set set updated_at = clock_timestamp() where id = $1', [setId]);
  await publishEvents(manager, [{ type: 'messages.changed', setId }]);
  await recordDecisions(
    manager,
    decisions.map((decision) => ({ ...decision, subjectType: 'message_set', subjectId: setId })),
  );
}

export function messageSetNotFound(setId: string) {
  return notFound('message-set-not-found', `There are no messages ${setId}.`);
}
