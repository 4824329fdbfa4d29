import type { EntityManager } from 'typeorm';
import { decide as decideMentions, returnMentions } from '#mentions';
import { invalidField } from '#platform/problem';
import { beginAnswer, endRequest } from '#requests';
import type { EscalationActor } from './acting.js';
import type { Decision, EscalationRecord } from './escalation-record.js';

/**
 * What a joint decision does to the matter itself, in the caller's transaction, which holds its locks: mentions go back to
 * work or get no reply, a missing answer is begun or declined. Gives the decision back with what came of it. What the
 * matter does not allow is refused, and nothing is decided.
 */
export async function actOnSubject(
  manager: EntityManager,
  actor: EscalationActor,
  escalation: EscalationRecord,
  decision: Decision,
  mentionIds: readonly string[],
): Promise<Decision> {
  switch (escalation.subjectType) {
    case 'mention':
    case 'mention_group':
      await returnWork(manager, actor, escalation, decision, mentionIds);
      return decision;
    case 'answer_request':
      return actOnRequest(manager, actor, escalation.subjectId, decision);
    case 'topic':
      // The level follows from what is said; the decision is read on the page of the topic.
      return decision;
  }
}

async function actOnRequest(
  manager: EntityManager,
  actor: EscalationActor,
  requestId: string,
  decision: Decision,
): Promise<Decision> {
  if (decision.kind === 'write_answer') {
    return { ...decision, draftAnswerId: await beginAnswer(manager, requestId, actor) };
  }
  if (decision.kind === 'no_reply') {
    await endRequest(manager, requestId, 'decline', decision.note, actor);
  }
  return decision;
}

async function returnWork(
  manager: EntityManager,
  actor: EscalationActor,
  escalation: EscalationRecord,
  decision: Decision,
  mentionIds: readonly string[],
): Promise<void> {
  if (mentionIds.length === 0) return;
  if (decision.kind !== 'no_reply') {
    await returnMentions(manager, actor, mentionIds, {
      reason: decision.kind,
      note: decision.note,
      keeperId: escalation.openedBy,
    });
    return;
  }
  const { refused } = await decideMentions(manager, actor, mentionIds, {
    action: 'no_reply',
    reason: decision.reason as 'other',
    note: decision.note ?? undefined,
  });
  const blocking = refused.find(
    ({ code }) => code !== 'transition-not-allowed' && code !== 'mention-already-answered',
  );
  if (blocking) throw invalidField('kind', blocking.code, blocking.detail);
}
