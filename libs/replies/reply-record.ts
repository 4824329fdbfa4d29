import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import type { LiveEvent } from '#platform/live';
import { notFound } from '#platform/problem';
import type { Reply, ReplyState } from './contract.js';
import { earlierThan, editedMentionOf, freezesOf, OPEN_STATES } from './holds.js';
import type { OutgoingReply } from './publisher-port.js';
import type { SecondReason } from './rules.js';

/** A reply as stored, with the names that a reader needs. */
export interface ReplyRecord {
  id: string;
  /** The mention that it answers, or the incident that it speaks of by itself. */
  mentionId: string | null;
  incidentId: string | null;
  incidentTitle: string | null;
  /** Where a post of its own stands: the account as its network knows it, or the name of the source. */
  account: string | null;
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
  previousState: string | null;
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
  /** The network's own id of the post that is answered; null for a post of its own. */
  inReplyToExternalId: string | null;
  conversation: string | null;
  scheduledFor: Date | null;
  secondAsked: SecondReason | null;
  secondPersonId: string | null;
  secondPersonName: string | null;
  secondAt: Date | null;
  correctsId: string | null;
  invitationId: string | null;
  levelLimit: number | null;
  correctionReason: string | null;
  correctedById: string | null;
  /** When an attempt was last lost sight of. */
  lostAt: Date | null;
  hold: Reply['hold'];
  edited: Reply['edited'];
  removal: {
    reason: string;
    personId: string;
    personName: string;
    askedAt: string;
    removedAt: string | null;
    problemCode: string | null;
    problemDetail: string | null;
  } | null;
}

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const SELECT = `
  select r.id, r.mention_id as "mentionId", r.incident_id as "incidentId", incident.title as "incidentTitle",
    case when r.incident_id is not null then coalesce(account.account, account.name) end as account, r.realm, r.network, r.source_id as "sourceId", r.answer_id as "answerId",
    r.answer_version_id as "answerVersionId", v.number as "answerVersionNumber",
    r.answer_variant_id as "answerVariantId",
    case when variant.language = 'fr' then v.question_fr else v.question_en end as question,
    r.content_hash as "contentHash", r.placeholders, r.text, r.state, r.person_id as "personId",
    person.name as "personName", r.previous_state as "previousState",
    r.previous_assignee_id as "previousAssigneeId", r.created_at as "createdAt", r.due_at as "dueAt",
    r.sending_since as "sendingSince", r.sent_at as "sentAt", r.external_id as "externalId", r.url, r.attempts,
    r.problem_code as "problemCode", r.problem_detail as "problemDetail", i.external_id as "inReplyToExternalId",
    r.conversation, r.scheduled_for as "scheduledFor", r.second_asked as "secondAsked",
    r.second_person_id as "secondPersonId", second.name as "secondPersonName", r.second_at as "secondAt",
    r.invitation_id as "invitationId", r.level_limit as "levelLimit", r.corrects_id as "correctsId", r.correction_reason as "correctionReason", r.lost_at as "lostAt",
    (select c.id from reply c where c.corrects_id = r.id and c.state in ${OPEN_STATES}) as "correctedById",
    case when r.state = 'queued' then coalesce(
      (select jsonb_build_object('kind', 'freeze', 'freezeId', f.id::text, 'reason', f.reason, 'by',
          (select name from person where person.id = f.person_id), 'since', to_char(f.frozen_at, ${INSTANT}))
        from ${freezesOf('r')} order by f.id limit 1),
      (select jsonb_build_object('kind', 'edited', 'at', to_char(m.edited_at at time zone 'UTC', ${INSTANT}))
        from ${editedMentionOf('r')}),
      (select jsonb_build_object('kind', 'order', 'replyId', e.id::text, 'state', e.state)
        from ${earlierThan('r')} order by e.id limit 1)) end as hold,
    case when r.state in ('queued', 'awaiting_second') then (
      select jsonb_build_object('wording', m.wording, 'at', to_char(m.edited_at at time zone 'UTC', ${INSTANT}),
        'now', m.text, 'before', (
          select e.text_before from mention_edit e where e.mention_id = m.id
          order by e.id offset r.mention_wording limit 1))
      from ${editedMentionOf('r')}) end as edited,
    case when removal.reply_id is not null then jsonb_build_object('reason', removal.reason,
      'personId', removal.person_id::text, 'personName', remover.name, 'askedAt', removal.asked_at,
      'removedAt', removal.removed_at, 'problemCode', removal.problem_code,
      'problemDetail', removal.problem_detail) end as removal
  from reply r join answer_version v on v.id = r.answer_version_id
    join answer_variant variant on variant.id = r.answer_variant_id
    join person on person.id = r.person_id left join mention_identity i on i.mention_id = r.mention_id
    left join incident on incident.id = r.incident_id
    left join source account on account.id = r.source_id and r.incident_id is not null
    left join person second on second.id = r.second_person_id
    left join reply_removal removal on removal.reply_id = r.id
    left join person remover on remover.id = removal.person_id`;

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

/** The caller holds the lock of the mention or incident already: it comes first, the reply second, everywhere. */
export async function lockReply(manager: EntityManager, replyId: string): Promise<ReplyRecord> {
  await manager.query('select id from reply where id = $1 for update', [replyId]);
  return readReply(manager, replyId);
}

export function replyView(reply: ReplyRecord): Reply {
  return {
    id: reply.id,
    mentionId: reply.mentionId,
    post:
      reply.incidentId === null
        ? null
        : {
            incidentId: reply.incidentId,
            incidentTitle: reply.incidentTitle ?? '',
            account: reply.account ?? '',
          },
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
    scheduledFor: reply.scheduledFor?.toISOString() ?? null,
    sentAt: reply.sentAt?.toISOString() ?? null,
    attempts: reply.attempts,
    problem:
      reply.problemCode === null ? null : { code: reply.problemCode, detail: reply.problemDetail ?? '' },
    second:
      reply.secondAsked === null
        ? null
        : {
            why: reply.secondAsked,
            by:
              reply.secondPersonId === null
                ? null
                : { id: reply.secondPersonId, name: reply.secondPersonName ?? '' },
            at: reply.secondAt?.toISOString() ?? null,
          },
    hold: reply.hold,
    edited: reply.edited,
    corrects:
      reply.correctsId === null ? null : { replyId: reply.correctsId, reason: reply.correctionReason ?? '' },
    correctedById: reply.correctedById,
    invitationId: reply.invitationId,
    removal: removalView(reply.removal),
  };
}

function removalView(removal: ReplyRecord['removal']): Reply['removal'] {
  if (!removal) return null;
  const { problemCode, problemDetail, removedAt } = removal;
  return {
    reason: removal.reason,
    by: { id: removal.personId, name: removal.personName },
    askedAt: new Date(removal.askedAt).toISOString(),
    removedAt: removedAt === null ? null : new Date(removedAt).toISOString(),
    problem: problemCode === null ? null : { code: problemCode, detail: problemDetail ?? '' },
  };
}

/** What the connector gets. The key tells this reply from the same number in another or a restored workspace. */
export function outgoing(reply: ReplyRecord): OutgoingReply {
  return {
    id: reply.id,
    text: reply.text,
    inReplyToExternalId: reply.inReplyToExternalId,
    askedAt: reply.createdAt,
    sourceId: reply.sourceId,
    network: reply.network,
    idempotencyKey: `passerelle-${reply.id}-${reply.createdAt.getTime().toString(36)}`,
  };
}

/** What tells screens that a reply has changed. */
export function replyChanged(
  reply: Pick<ReplyRecord, 'id' | 'mentionId' | 'incidentId' | 'state'>,
  state: ReplyState = reply.state,
): LiveEvent {
  return { type: 'reply.changed', replyId: reply.id, ...occasionOf(reply), state };
}

/** What it was published for, as records and events name it. */
export function occasionOf({ mentionId, incidentId }: Pick<ReplyRecord, 'mentionId' | 'incidentId'>) {
  return incidentId === null ? { mentionId } : { mentionId, incidentId };
}
