import type { EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { publishEvents, type LiveEvent } from '#platform/live';
import { conflict } from '#platform/problem';
import { giveBack, markAnswered, type MentionToAnswer } from './mention-to-answer.js';
import { CLAIM_LOCK, free, OPEN_STATES } from './holds.js';
import type { Occasion } from './occasion.js';
import type { ReplyState } from './contract.js';
import { type ReplyMove, moveReply } from './reply-life-cycle.js';
import type { PublishedReply } from './publisher-port.js';
import { occasionOf, replyChanged, type ReplyRecord } from './reply-record.js';
import type { SecondReason } from './rules.js';

/** Columns that change with a state; what is left out stays as it is, and a problem is cleared unless given. */
export interface ReplyChange {
  dueAt?: Date;
  sendingSince?: Date;
  sentAt?: Date;
  externalId?: string;
  url?: string | null;
  attempts?: number;
  lostAt?: Date;
  secondAsked?: SecondReason;
  second?: { personId: string; at: Date };
  mentionWording?: number;
  problem?: { code: string; detail: string };
}

export interface OutboxPerson {
  personId: string;
  name: string;
}

const ACTIONS: Partial<Record<ReplyMove, string>> = {
  ask_second: 'reply.second_asked',
  second: 'reply.second_confirmed',
  cancel: 'reply.cancelled',
  refuse: 'reply.refused',
  confirm: 'reply.published',
  lose: 'reply.uncertain',
};

/**
 * Moves a reply, and its mention with it, with live events and the record; the caller holds both locks, the reply's last.
 * `by` is null when a worker or the network decided. Throws `transition-not-allowed`.
 */
export async function applyMove(
  manager: EntityManager,
  occasion: Occasion,
  reply: ReplyRecord,
  move: ReplyMove,
  change: ReplyChange,
  by: OutboxPerson | null,
): Promise<void> {
  const state = moveReply(reply.state, move);
  if (!state) {
    throw conflict('transition-not-allowed', `This reply is ${reply.state}: it cannot ${move}.`, {
      state: reply.state,
      move,
    });
  }
  await updateReply(manager, reply.id, state, change);
  const events: LiveEvent[] = [replyChanged(reply, state)];
  if (occasion.kind === 'mention') events.push(...(await moveMention(manager, occasion, reply, state, by)));
  await publishEvents(manager, events);
  const action = ACTIONS[move];
  if (action) {
    await recordDecision(manager, {
      actor: by,
      action,
      subjectType: 'reply',
      subjectId: reply.id,
      reason: change.problem?.code ?? null,
      before: { state: reply.state },
      after: {
        state,
        ...occasionOf(reply),
        ...(change.externalId === undefined ? {} : { externalId: change.externalId, text: reply.text }),
        ...(change.problem ? { problem: change.problem } : {}),
        ...(change.secondAsked ? { why: change.secondAsked } : {}),
      },
    });
  }
}

/** The mention follows its reply: answered by one that went out, as it was before by one that did not. */
async function moveMention(
  manager: EntityManager,
  mention: MentionToAnswer,
  reply: ReplyRecord,
  state: ReplyState,
  by: OutboxPerson | null,
): Promise<LiveEvent[]> {
  if (state === 'sent' && mention.state !== 'answered') {
    return [await markAnswered(manager, mention, reply.personId)];
  }
  // The mention stays answered by the reply that this one was to correct.
  if ((state !== 'refused' && state !== 'cancelled') || reply.correctsId !== null) return [];
  const before = { state: reply.previousState ?? 'new', assigneeId: reply.previousAssigneeId };
  const event = await giveBack(manager, mention, before, by?.personId ?? null);
  return event ? [event] : [];
}

/**
 * The network has it, however late it says so. Where the reply had been given up and the mention has another one by
 * now, the fact is kept beside the state, for a person to see.
 */
export async function confirm(
  manager: EntityManager,
  occasion: Occasion,
  reply: ReplyRecord,
  published: PublishedReply,
  sentAt = new Date(),
  by: OutboxPerson | null = null,
): Promise<void> {
  if (reply.state === 'sent') return;
  const change = { externalId: published.externalId, url: published.url, sentAt };
  const other = await instead(manager, reply);
  if (!other) {
    await applyMove(manager, occasion, reply, 'confirm', change, by);
    return;
  }
  const problem = {
    code: 'published-after-all',
    detail: `the network has it, and reply ${other} was asked for since`,
  };
  await updateReply(manager, reply.id, reply.state, { ...change, problem });
  await publishEvents(manager, [replyChanged(reply)]);
  await recordDecision(manager, {
    actor: null,
    action: 'reply.published_after_all',
    subjectType: 'reply',
    subjectId: reply.id,
    before: { state: reply.state },
    after: {
      state: reply.state,
      ...occasionOf(reply),
      externalId: published.externalId,
      text: reply.text,
    },
  });
}

/** What was asked for in the place of a reply, or post, that had been given up. */
async function instead(manager: EntityManager, reply: ReplyRecord): Promise<string | null> {
  const { id, mentionId, correctsId, incidentId, sourceId, answerVariantId } = reply;
  const rows: { id: string }[] =
    incidentId === null
      ? await manager.query(
          `select id from reply where mention_id = $1 and id <> $2 and state in ${OPEN_STATES}
             and corrects_id is not distinct from $3`,
          [mentionId, id, correctsId],
        )
      : await manager.query(
          `select r.id from reply r left join reply_removal x on x.reply_id = r.id
           where r.incident_id = $1 and r.id <> $2 and r.state in ${OPEN_STATES} and r.source_id = $3
             and r.answer_variant_id = $4 and x.removed_at is null`,
          [incidentId, id, sourceId, answerVariantId],
        );
  return rows[0]?.id ?? null;
}

/** Nothing new is known: the network is read again at `dueAt`. */
export function keepUncertain(
  manager: EntityManager,
  replyId: string,
  dueAt: Date,
  problem: { code: string; detail: string },
): Promise<void> {
  return updateReply(manager, replyId, 'uncertain', { dueAt, problem });
}

/** A reply that was given up is not on its network so far; what was said of it stays. */
export async function lookAgain(manager: EntityManager, reply: ReplyRecord, dueAt: Date): Promise<void> {
  await manager.query('update reply set due_at = $2 where id = $1', [reply.id, dueAt]);
}

/**
 * queued → sending, unless its time has not come or a freeze or an earlier reply of its conversation holds it: all of
 * that is asked by the statement that moves it. The caller holds both locks and has checked what the reply says.
 */
export async function claimUnlessHeld(manager: EntityManager, reply: ReplyRecord): Promise<boolean> {
  await manager.query(CLAIM_LOCK);
  const [rows]: [unknown[], number] = await manager.query(
    `update reply r set state = 'sending', sending_since = clock_timestamp(), attempts = attempts + 1,
       problem_code = null, problem_detail = null
     where r.id = $1 and r.state = 'queued' and r.due_at <= clock_timestamp() and ${free('r')} returning r.id`,
    [reply.id],
  );
  if (rows.length === 0) return false;
  await publishEvents(manager, [replyChanged(reply, 'sending')]);
  return true;
}

async function updateReply(
  manager: EntityManager,
  replyId: string,
  state: string,
  change: ReplyChange,
): Promise<void> {
  await manager.query(
    `update reply set state = $2, due_at = coalesce($3, due_at), sending_since = coalesce($4, sending_since),
       sent_at = coalesce($5, sent_at), external_id = coalesce($6, external_id), url = coalesce($7, url),
       attempts = coalesce($8, attempts), problem_code = $9, problem_detail = $10, lost_at = coalesce($11, lost_at),
       second_asked = coalesce($12, second_asked), second_person_id = case when $12::text is null then coalesce($13, second_person_id) end,
       second_at = case when $12::text is null then coalesce($14, second_at) end,
       mention_wording = coalesce($15, mention_wording)
     where id = $1`,
    [
      replyId,
      state,
      change.dueAt ?? null,
      change.sendingSince ?? null,
      change.sentAt ?? null,
      change.externalId ?? null,
      change.url ?? null,
      change.attempts ?? null,
      change.problem?.code ?? null,
      change.problem?.detail.slice(0, 1000) ?? null,
      change.lostAt ?? null,
      change.secondAsked ?? null,
      change.second?.personId ?? null,
      change.second?.at ?? null,
      change.mentionWording ?? null,
    ],
  );
}
