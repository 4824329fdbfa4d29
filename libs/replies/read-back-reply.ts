import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '#platform/database';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import { publishEvents } from '#platform/live';
import { conflict, Problem } from '#platform/problem';
import { giveUp, wakeNext } from './give-up.js';
import { applyMove, confirm, keepUncertain, lookAgain, type OutboxPerson } from './move-reply.js';
import { lockOccasion } from './occasion.js';
import {
  type PublishedReply,
  REPLY_PUBLISHERS,
  type ReplyPublisher,
  type ReplyPublishers,
} from './publisher-port.js';
import { publishJob } from './publish-job.js';
import {
  ANSWER_WITHIN_MS,
  nextAttempt,
  nextReading,
  UNPUBLISHED_AFTER_MS,
  WATCHED_HOURS,
} from './reply-life-cycle.js';
import { lockReply, outgoing, readReply, replyChanged, type ReplyRecord } from './reply-record.js';
import { withinTime } from './within-time.js';

type Finding = PublishedReply | 'none' | 'unknown' | { unreachable: string };

/** Finds out what became of an uncertain reply by asking its network; it never publishes (rule 4). */
@Injectable()
export class ReadBackReply {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(REPLY_PUBLISHERS) private readonly publishers: ReplyPublishers,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  /** A worker's turn: nothing happens unless the reply is uncertain, or watched, and its next reading is due. */
  async run(replyId: string): Promise<void> {
    const reply = await readReply(this.dataSource.manager, replyId);
    if (!isLookedFor(reply) || reply.dueAt.getTime() > Date.now()) return;
    const publisher = this.publishers(reply.network, reply.sourceId);
    await this.settle(reply, publisher, await this.find(reply, publisher), null);
  }

  /** At a person's request, at once; says so when the network cannot be asked. */
  async runFor(replyId: string, person: OutboxPerson): Promise<ReplyRecord> {
    const reply = await readReply(this.dataSource.manager, replyId);
    if (reply.state !== 'uncertain') {
      throw conflict(
        'transition-not-allowed',
        `This reply is ${reply.state}: there is nothing to find out.`,
        {
          state: reply.state,
          move: 'read-back',
        },
      );
    }
    const publisher = this.publishers(reply.network, reply.sourceId);
    const finding = await this.find(reply, publisher);
    if (typeof finding === 'object' && 'unreachable' in finding) {
      throw new Problem(503, 'network-unreachable', finding.unreachable, { network: reply.network });
    }
    await this.settle(reply, publisher, finding, person);
    return readReply(this.dataSource.manager, replyId);
  }

  private async find(reply: ReplyRecord, publisher: ReplyPublisher | null): Promise<Finding> {
    if (!publisher) return { unreachable: `${reply.network} is not connected any more` };
    try {
      return await withinTime(ANSWER_WITHIN_MS, (signal) => publisher.find(outgoing(reply), signal));
    } catch (error) {
      return { unreachable: error instanceof Error ? error.message : String(error) };
    }
  }

  /**
   * Found: sent. Surely not there: queued again only where the network takes the same reply only once; elsewhere it
   * stays uncertain, until a person asks again when even a slow network would show it. Otherwise: read again later.
   */
  private async settle(
    asked: ReplyRecord,
    publisher: ReplyPublisher | null,
    finding: Finding,
    person: OutboxPerson | null,
  ): Promise<void> {
    await inTransaction(this.dataSource, async (transaction) => {
      const { manager } = transaction;
      const occasion = await lockOccasion(manager, asked);
      const reply = await lockReply(manager, asked.id);
      if (!isLookedFor(reply) || reply.attempts !== asked.attempts) return;
      const now = new Date();
      const since = reply.sendingSince ?? reply.createdAt;
      if (typeof finding === 'object' && 'externalId' in finding) {
        await confirm(manager, occasion, reply, finding, since, person);
        await wakeNext(transaction, this.jobs, reply);
        return;
      }
      if (reply.state !== 'uncertain') {
        const dueAt = nextReading(since, now);
        await lookAgain(manager, reply, dueAt);
        await this.jobs.enqueue(publishJob(reply.id, dueAt), transaction);
        return;
      }
      if (finding === 'none' && publisher?.idempotent) {
        const dueAt = nextAttempt(reply.attempts, now);
        const problem = { code: 'network-no-answer', detail: reply.problemDetail ?? '' };
        await applyMove(manager, occasion, reply, 'retry', { dueAt, problem }, person);
        await this.jobs.enqueue(publishJob(reply.id, dueAt), transaction);
        return;
      }
      if (finding === 'none' && person && now.getTime() - since.getTime() > UNPUBLISHED_AFTER_MS) {
        const problem = { code: 'not-published', detail: `${reply.network} shows no such reply` };
        await giveUp(transaction, this.jobs, occasion, reply, 'refuse', problem, person);
        return;
      }
      const dueAt = nextReading(since, now);
      await keepUncertain(manager, reply.id, dueAt, this.problemOf(reply, finding));
      await publishEvents(manager, [replyChanged(reply)]);
      await this.jobs.enqueue(publishJob(reply.id, dueAt), transaction);
    });
  }

  private problemOf(reply: ReplyRecord, finding: Finding): { code: string; detail: string } {
    if (finding === 'none') {
      return { code: 'not-found-yet', detail: `${reply.network} shows no such reply so far` };
    }
    const detail = typeof finding === 'object' && 'unreachable' in finding ? finding.unreachable : '';
    return { code: 'network-no-answer', detail: detail || (reply.problemDetail ?? '') };
  }
}

/** Uncertain, or given up after a lost attempt not long ago and not seen on the network since. */
function isLookedFor({ state, lostAt, externalId }: ReplyRecord): boolean {
  if (state === 'uncertain') return true;
  return (
    (state === 'refused' || state === 'cancelled') &&
    externalId === null &&
    lostAt !== null &&
    lostAt.getTime() > Date.now() - WATCHED_HOURS * 3_600_000
  );
}
