import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import { notFound } from '#platform/problem';
import type { Reply, ReplyState } from './contract.js';
import type { OutgoingReply } from './publisher-port.js';

/** A reply as stored, with the names that a reader needs. */
export interface ReplyRecord {
  id: string;
  mentionId: string;
  realm: Realm;
  network: string;
  sourceId: string | null;
  answerId: string;
  answerVersionId: string;
  answerVersionNumber: number;
  answerVariantId: string;
  question: string;
  contentHash: string;
  placeholders: Record<string, string>;
  text: string;
  state: ReplyState;
  personId: string;
  personName: string;
  previousState: string;
  previousAssigneeId: string | null;
  createdAt: Date;
  dueAt: Date;
  sendingSince: Date | null;
  sentAt: Date | null;
  externalId: string | null;
  url: string | null;
  attempts: number;
  problemCode: string | null;
  problemDetail: string | null;
  /** The network's own id of the post that is answered. */
  inReplyToExternalId: string;
}

const SELECT = `
  select r.id, r.mention_id as "mentionId", r.realm, r.network, r.source_id as "sourceId", r.answer_id as "answerId",
    r.answer_version_id as "answerVersionId", v.number as "answerVersionNumber",
    r.answer_variant_id as "answerVariantId",
    case when variant.language = 'fr' then v.question_fr else v.question_en end as question,
    r.content_hash as "contentHash", r.placeholders, r.text, r.state, r.person_id as "personId",
    person.name as "personName", r.previous_state as "previousState",
    r.previous_assignee_id as "previousAssigneeId", r.created_at as "createdAt", r.due_at as "dueAt",
    r.sending_since as "sendingSince", r.sent_at as "sentAt", r.external_id as "externalId", r.url, r.attempts,
    r.problem_code as "problemCode", r.problem_detail as "problemDetail", i.external_id as "inReplyToExternalId"
  from reply r join answer_version v on v.id = r.answer_version_id
    join answer_variant variant on variant.id = r.answer_variant_id
    join person on person.id = r.person_id join mention_identity i on i.mention_id = r.mention_id`;

/** Replies under a condition over `r`, newest first. */
export function readReplies(
  manager: EntityManager,
  condition: string,
  values: readonly unknown[],
  limit: number,
): Promise<ReplyRecord[]> {
  return manager.query(`${SELECT} where ${condition} order by r.id desc limit ${Math.trunc(limit)}`, [
    ...values,
  ]);
}

export async function readReply(manager: EntityManager, replyId: string): Promise<ReplyRecord> {
  const [reply] = await readReplies(manager, 'r.id = $1', [replyId], 1);
  if (!reply) throw notFound('reply-not-found', `There is no reply ${replyId}.`);
  return reply;
}

/** The caller holds the lock of the mention already: mention first, reply second, everywhere. */
export async function lockReply(manager: EntityManager, replyId: string): Promise<ReplyRecord> {
  await manager.query('select id from reply where id = $1 for update', [replyId]);
  return readReply(manager, replyId);
}

export function replyView(reply: ReplyRecord): Reply {
  return {
    id: reply.id,
    mentionId: reply.mentionId,
    realm: reply.realm,
    network: reply.network,
    state: reply.state,
    text: reply.text,
    answerId: reply.answerId,
    answerVersionNumber: reply.answerVersionNumber,
    answerVariantId: reply.answerVariantId,
    question: reply.question,
    placeholders: reply.placeholders,
    externalId: reply.externalId,
    url: reply.url,
    by: { id: reply.personId, name: reply.personName },
    createdAt: reply.createdAt.toISOString(),
    dueAt: reply.dueAt.toISOString(),
    sentAt: reply.sentAt?.toISOString() ?? null,
    attempts: reply.attempts,
    problem:
      reply.problemCode === null ? null : { code: reply.problemCode, detail: reply.problemDetail ?? '' },
  };
}

/** What the connector gets. The key tells this reply from the same number in another or a restored workspace. */
export function outgoing(reply: ReplyRecord): OutgoingReply {
  return {
    id: reply.id,
    text: reply.text,
    inReplyToExternalId: reply.inReplyToExternalId,
    sourceId: reply.sourceId,
    network: reply.network,
    idempotencyKey: `passerelle-${reply.id}-${reply.createdAt.getTime().toString(36)}`,
  };
}
