import type { EntityManager } from 'typeorm';
import { conflict } from '#platform/problem';
import type { MentionToAnswer } from './mention-to-answer.js';
import type { Occasion } from './occasion.js';
import type { OutboxPerson } from './move-reply.js';
import type { PreparedReply, ReplyChoice } from './prepare-reply.js';
import { readReplies } from './reply-record.js';
import { OPEN_STATES } from './holds.js';
import type { SecondReason } from './rules.js';

/** One mention, one reply: not while another is under way, and never after one went out. */
export async function refuseSecondReply(manager: EntityManager, mention: MentionToAnswer): Promise<void> {
  const [open] = await readReplies(
    manager,
    `r.mention_id = $1 and r.corrects_id is null and r.state in ${OPEN_STATES}`,
    [mention.id],
    1,
  );
  if (open && open.state !== 'sent') {
    throw conflict('reply-under-way', `${open.personName} is answering this mention.`, {
      by: open.personName,
      at: open.createdAt.toISOString(),
      state: open.state,
      replyId: open.id,
    });
  }
  if (open || mention.state === 'answered') {
    throw conflict(
      'mention-already-answered',
      `${open?.personName ?? 'A colleague'} has answered this mention.`,
      {
        by: open?.personName ?? null,
        at: (open?.sentAt ?? open?.createdAt)?.toISOString() ?? null,
        replyId: open?.id ?? null,
      },
    );
  }
}

export interface ReplyRequest {
  replier: OutboxPerson;
  idempotencyKey: string | null;
  dueAt: Date;
  scheduledFor: Date | null;
  /** Why another person has to confirm it first; null: it is queued at once. */
  second: SecondReason | null;
  corrects: { replyId: string; reason: string } | null;
  invited: InvitedReply | null;
}

/** What comes with a reply that an invited colleague picks. */
export interface InvitedReply {
  invitationId: string;
  /** Whoever invited, to be told when it waits for a second person. */
  askedBy: string;
  levelLimit: number;
  /** Whether another person has to confirm it before it leaves. */
  confirm: boolean;
}

/** The values are kept as they were given, so that the same request can be told from another one. */
export async function insertReply(
  manager: EntityManager,
  occasion: Occasion,
  choice: ReplyChoice,
  { approved, text }: PreparedReply,
  request: ReplyRequest,
): Promise<string> {
  const mention = occasion.kind === 'mention' ? occasion : null;
  // Replies of one conversation get their places one after the other, so that a later one never overtakes unseen.
  if (mention) {
    await manager.query(`select pg_advisory_xact_lock(hashtext('reply.conversation'), hashtext($1))`, [
      mention.conversation,
    ]);
  }
  const [row]: { id: string }[] = await manager.query(
    `insert into reply (mention_id, realm, network, source_id, answer_id, answer_version_id, answer_variant_id,
       content_hash, placeholders, text, idempotency_key, person_id, previous_state, previous_assignee_id, created_at,
       due_at, state, conversation, scheduled_for, second_asked, corrects_id, correction_reason,
       invitation_id, level_limit, mention_wording, incident_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, date_trunc('milliseconds', clock_timestamp()),
       $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)
     returning id`,
    [
      mention?.id ?? null,
      occasion.realm,
      occasion.network,
      occasion.sourceId,
      approved.answerId,
      approved.versionId,
      approved.variant.id,
      approved.contentHash,
      JSON.stringify(choice.placeholders),
      text,
      request.idempotencyKey,
      request.replier.personId,
      mention?.state ?? null,
      mention?.assigneeId ?? null,
      request.dueAt,
      request.second ? 'awaiting_second' : 'queued',
      occasion.conversation,
      request.scheduledFor,
      request.second,
      request.corrects?.replyId ?? null,
      request.corrects?.reason ?? null,
      request.invited?.invitationId ?? null,
      request.invited?.levelLimit ?? null,
      mention?.wording ?? 0,
      occasion.kind === 'incident' ? occasion.id : null,
    ],
  );
  if (!row) throw new Error('a reply was not inserted');
  return row.id;
}
