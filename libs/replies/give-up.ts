import type { EntityManager } from 'typeorm';
import type { Transaction } from '#platform/database';
import type { JobQueue } from '#platform/jobs';
import { free } from './holds.js';
import { applyMove, type OutboxPerson } from './move-reply.js';
import type { Occasion } from './occasion.js';
import { publishJob } from './publish-job.js';
import { nextReading } from './reply-life-cycle.js';
import { readReply, type ReplyRecord } from './reply-record.js';
import { tellRefused } from './tell-people.js';

/**
 * Refuses or cancels a reply and lets those that waited for it go. After an attempt that was lost sight of, its network
 * is read again for a while: a slow one may have taken it all the same.
 */
export async function giveUp(
  transaction: Transaction,
  jobs: JobQueue,
  occasion: Occasion,
  reply: ReplyRecord,
  move: 'refuse' | 'cancel',
  problem: { code: string; detail: string } | null,
  by: OutboxPerson | null,
): Promise<void> {
  const { manager } = transaction;
  const dueAt =
    reply.lostAt === null ? undefined : nextReading(reply.sendingSince ?? reply.lostAt, new Date());
  await applyMove(manager, occasion, reply, move, { ...(problem ? { problem } : {}), dueAt }, by);
  if (move === 'refuse') await tellRefused(manager, await readReply(manager, reply.id), occasion.level);
  if (dueAt) await jobs.enqueue(publishJob(reply.id, dueAt), transaction);
  await wakeNext(transaction, jobs, reply);
}

/** The next reply of the conversation may go as soon as this one is settled. */
export async function wakeNext(
  transaction: Transaction,
  jobs: JobQueue,
  { conversation, id }: ReplyRecord,
): Promise<void> {
  if (conversation === null) return;
  const [next]: { id: string; dueAt: Date }[] = await transaction.manager.query(
    `select r.id, r.due_at as "dueAt" from reply r
     where r.conversation = $1 and r.id > $2 and r.state = 'queued' order by r.id limit 1`,
    [conversation, id],
  );
  if (next) await jobs.enqueue(publishJob(next.id, next.dueAt), transaction);
}

/** Wakes every queued reply whose time has come and that nothing holds any more. */
export async function wakeFree(transaction: Transaction, jobs: JobQueue): Promise<void> {
  for (const { id, dueAt } of await freeReplies(transaction.manager)) {
    await jobs.enqueue(publishJob(id, dueAt), transaction);
  }
}

function freeReplies(manager: EntityManager): Promise<{ id: string; dueAt: Date }[]> {
  return manager.query(
    `select r.id, r.due_at as "dueAt" from reply r
     where r.state = 'queued' and r.due_at <= clock_timestamp() and ${free('r')} order by r.id limit 500`,
  );
}
