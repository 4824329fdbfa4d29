import type { EntityManager } from 'typeorm';
import { levelOfTopic } from '#levels';
import { lockRequest } from '#requests';
import { isUnanswered } from '#rules/requests';
import type { EscalationRecord } from './escalation-record.js';
import { TOPIC_ESCALATED_FROM } from './subjects.js';

/** The reason with which an escalation closes by itself because what it was opened for is over. */
export const CAUSE_OVER = 'cause_over';

type Matter = Pick<EscalationRecord, 'subjectType' | 'subjectId' | 'realm' | 'openedBy'>;

/**
 * Whether what an escalation was opened for by itself is over: the missing answer is there or given up, the topic is
 * calm again. Never of one that a person opened: people say themselves when it is over.
 */
export async function isCauseOver(manager: EntityManager, matter: Matter): Promise<boolean> {
  if (matter.openedBy !== null) return false;
  if (matter.subjectType === 'answer_request') {
    return !isUnanswered((await lockRequest(manager, matter.subjectId)).state);
  }
  if (matter.subjectType === 'topic') {
    return (await levelOfTopic(manager, matter.subjectId, matter.realm)) < TOPIC_ESCALATED_FROM;
  }
  return false;
}
