import type { EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { publishEvents, type LiveEvent } from '#platform/live';
import { conflict } from '#platform/problem';
import { type MentionToAnswer, giveBack, markAnswered } from './mention-to-answer.js';
import { type ReplyMove, moveReply } from './reply-life-cycle.js';
import type { PublishedReply } from './publisher-port.js';
import type { ReplyRecord } from './reply-record.js';
import { tellFailed } from './tell-failed.js';

/** Columns that change with a state; what is left out stays as it is, and a problem is cleared unless given. */
export interface ReplyChange {
  dueAt?: Date;
  sendingSince?: Date;
  sentAt?: Date;
  externalId?: string;
  url?: string | null;
  attempts?: number;
  problem?: { code: string; detail: string };
}

export interface OutboxPerson {
  personId: string;
  name: string;
}

const ACTIONS: Partial<Record<ReplyMove, string>> = {
  cancel: 'reply.cancelled',
  refuse: 'reply.failed',
  confirm: 'reply.published',
  lose: 'reply.uncertain',
};

/**
 * Moves a reply, and its mention with it, with live events and the record; the caller holds both locks, mention first.
 * `by` is null when a worker or the network decided. Throws `transition-not-allowed`.
 */
export async function applyMove(
  manager: EntityManager,
  mention: MentionToAnswer,
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
  const events: LiveEvent[] = [
    { type: 'reply.changed', replyId: reply.id, mentionId: reply.mentionId, state },
  ];
  if (state === 'failed' || state === 'cancelled') {
    const before = { state: reply.previousState, assigneeId: reply.previousAssigneeId };
    const event = await giveBack(manager, mention, before, by?.personId ?? null);
    if (event) events.push(event);
  }
  if (state === 'sent' && mention.state !== 'answered') {
    events.push(await markAnswered(manager, mention, reply.personId));
  }
  await publishEvents(manager, events);
  if (state === 'failed') await tellFailed(manager, mention.level, reply, change.problem?.detail ?? '');
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
        mentionId: reply.mentionId,
        ...(change.externalId === undefined ? {} : { externalId: change.externalId, text: reply.text }),
        ...(change.problem ? { problem: change.problem } : {}),
      },
    });
  }
}

/**
 * The network has it, however late it says so. Where the reply had been given up and the mention has another one by
 * now, the fact is kept beside the state, for a person to see.
 */
export async function confirm(
  manager: EntityManager,
  mention: MentionToAnswer,
  reply: ReplyRecord,
  published: PublishedReply,
): Promise<void> {
  if (reply.state === 'sent') return;
  const change = { externalId: published.externalId, url: published.url, sentAt: new Date() };
  const [other]: { id: string }[] = await manager.query(
    `select id from reply where mention_id = $1 and id <> $2 and state in ('queued', 'sending', 'sent', 'uncertain')`,
    [reply.mentionId, reply.id],
  );
  if (!other) {
    await applyMove(manager, mention, reply, 'confirm', change, null);
    return;
  }
  const problem = {
    code: 'published-after-all',
    detail: `the network has it, and reply ${other.id} was asked for since`,
  };
  await updateReply(manager, reply.id, reply.state, { ...change, problem });
  await publishEvents(manager, [
    { type: 'reply.changed', replyId: reply.id, mentionId: reply.mentionId, state: reply.state },
  ]);
  await recordDecision(manager, {
    actor: null,
    action: 'reply.published_after_all',
    subjectType: 'reply',
    subjectId: reply.id,
    before: { state: reply.state },
    after: {
      state: reply.state,
      mentionId: reply.mentionId,
      externalId: published.externalId,
      text: reply.text,
    },
  });
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

async function updateReply(
  manager: EntityManager,
  replyId: string,
  state: string,
  change: ReplyChange,
): Promise<void> {
  await manager.query(
    `update reply set state = $2, due_at = coalesce($3, due_at), sending_since = coalesce($4, sending_since),
       sent_at = coalesce($5, sent_at), external_id = coalesce($6, external_id), url = coalesce($7, url),
       attempts = coalesce($8, attempts), problem_code = $9, problem_detail = $10
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
    ],
  );
}
