import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, type Transaction } from '#platform/database';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import { Problem } from '#platform/problem';
import type { NetworkRefusal } from './contract.js';
import { giveUp, wakeNext } from './give-up.js';
import { free } from './holds.js';
import { applyMove, claimUnlessHeld, confirm } from './move-reply.js';
import { endedMeanwhile, lockOccasion, type Occasion } from './occasion.js';
import { prepareReply, refuseTooLong } from './prepare-reply.js';
import {
  type PublishedReply,
  PublishRefused,
  REPLY_PUBLISHERS,
  type ReplyPublisher,
  type ReplyPublishers,
} from './publisher-port.js';
import { publishJob } from './publish-job.js';
import { ReadBackReply } from './read-back-reply.js';
import {
  ANSWER_WITHIN_MS,
  CLAIM_FRESH_MS,
  LEASE_MS,
  nextAttempt,
  nextReading,
  WATCHED_HOURS,
} from './reply-life-cycle.js';
import { lockReply, outgoing, readReply, type ReplyRecord } from './reply-record.js';
import { readReplyRules } from './reply-rules.js';
import { secondPersonAtLeaving } from './rules.js';
import { tellSecondPersons } from './tell-people.js';
import { withinTime } from './within-time.js';

/** A reply that this worker alone may publish, and since when (monotonic milliseconds). */
export interface ClaimedReply {
  reply: ReplyRecord;
  claimedAt: number;
  /** An attempt before this one was lost sight of, and not found when the network was read back. */
  lostBefore: boolean;
}

/** What came of handing a reply to its network. */
export type Delivery =
  | { published: PublishedReply }
  | { refused: string; code: NetworkRefusal }
  | { postponedUntil: Date; detail: string }
  | { unknown: string };

/**
 * Publishes at most once: claim in one transaction, hand over to the network outside of any, settle in another.
 * Whatever stops a worker between two of these leaves the row in `sending`; after the lease it is `uncertain`, and
 * only reading the network back takes it on.
 */
@Injectable()
export class PublishReply {
  private readonly logger = new Logger('replies');

  constructor(
    private readonly dataSource: DataSource,
    @Inject(REPLY_PUBLISHERS) private readonly publishers: ReplyPublishers,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
    private readonly readBack: ReadBackReply,
  ) {}

  /** Every reply whose time has come, whether it has a job or lost it. */
  async due(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select r.id from reply r
       where (r.state in ('queued', 'uncertain') and r.due_at <= clock_timestamp()
           and (r.state = 'uncertain' or (${free('r')})))
         or (r.state = 'sending' and r.sending_since < clock_timestamp() - $1 * interval '1 millisecond')
         or (r.state in ('refused', 'cancelled') and r.lost_at > clock_timestamp() - $2 * interval '1 hour'
           and r.due_at <= clock_timestamp() and r.external_id is null)
       order by r.due_at limit 500`,
      [LEASE_MS, WATCHED_HOURS],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes a reply one step on, whatever its state; harmless to repeat and to run twice at once. */
  async run(replyId: string): Promise<void> {
    const claimed = await this.claim(replyId);
    if (claimed) {
      await this.settle(claimed, await this.deliver(claimed));
      return;
    }
    await this.abandonStale(replyId);
    await this.readBack.run(replyId);
  }

  /**
   * queued → sending for one worker, when everything that allowed the reply still holds and nothing holds it back;
   * → refused when it may not leave any more; → awaiting_second when by now another person has to confirm it.
   */
  claim(replyId: string): Promise<ClaimedReply | null> {
    const claimedAt = performance.now();
    return this.change(replyId, async (transaction, occasion, reply) => {
      const { manager } = transaction;
      if (reply.state !== 'queued' || reply.hold || reply.dueAt.getTime() > Date.now()) return null;
      try {
        const ended = endedMeanwhile(occasion);
        if (ended) throw new Problem(409, ended.code, ended.detail);
        const prepared = await prepareReply(manager, occasion, reply, this.publishers);
        refuseTooLong(prepared);
        const { approved, text } = prepared;
        const why = secondPersonAtLeaving(
          await readReplyRules(manager),
          occasion.matterLevel,
          approved.sensitivity,
          {
            post: occasion.kind === 'incident',
            levelLimit: reply.levelLimit,
            confirmed: reply.secondPersonId === null ? null : reply.secondAsked,
          },
        );
        const same =
          text === reply.text &&
          approved.contentHash === reply.contentHash &&
          approved.versionId === reply.answerVersionId &&
          occasion.network === reply.network &&
          occasion.realm === reply.realm;
        if (!same)
          throw new Problem(409, 'variant-altered', 'the text is not what the approved variant gives');
        if (why) {
          await applyMove(manager, occasion, reply, 'ask_second', { secondAsked: why }, null);
          await tellSecondPersons(manager, reply, occasion.matterLevel);
          return null;
        }
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const problem = { code: error.code, detail: error.detail };
        await giveUp(transaction, this.jobs, occasion, reply, 'refuse', problem, null);
        return null;
      }
      if (!(await claimUnlessHeld(manager, reply))) return null;
      const lostBefore = reply.lostAt !== null;
      return { reply: await readReply(manager, replyId), claimedAt, lostBefore };
    });
  }

  /** Hands the reply to its network; never throws. */
  async deliver({ reply, claimedAt, lostBefore }: ClaimedReply): Promise<Delivery> {
    const publisher = this.publishers(reply.network, reply.sourceId);
    if (!publisher) return { refused: `${reply.network} is not connected any more`, code: 'network-refused' };
    if (performance.now() - claimedAt > CLAIM_FRESH_MS) {
      return { postponedUntil: new Date(), detail: 'the worker was held up before it could publish' };
    }
    try {
      const published = await withinTime(ANSWER_WITHIN_MS, (signal) =>
        publisher.publish(outgoing(reply), signal),
      );
      return { published };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      if (!(error instanceof PublishRefused)) return { unknown: detail };
      if (error.retryAt) return { postponedUntil: error.retryAt, detail };
      const refusal = { refused: detail, code: error.code };
      return lostBefore ? this.refusedOrRepeated(reply, publisher, refusal) : refusal;
    }
  }

  /** A network may refuse what it took from an attempt that was lost: it is asked before the refusal is believed. */
  private async refusedOrRepeated(
    reply: ReplyRecord,
    publisher: ReplyPublisher,
    refusal: { refused: string; code: NetworkRefusal },
  ): Promise<Delivery> {
    try {
      const found = await withinTime(ANSWER_WITHIN_MS, (signal) => publisher.find(outgoing(reply), signal));
      if (found === 'none') return refusal;
      return found === 'unknown' ? { unknown: refusal.refused } : { published: found };
    } catch {
      return { unknown: refusal.refused };
    }
  }

  /** Writes down what the network said. A confirmation always counts; the rest only while this claim still stands. */
  async settle({ reply: claimed }: ClaimedReply, delivery: Delivery): Promise<void> {
    await this.change(claimed.id, async (transaction, occasion, reply) => {
      const { manager } = transaction;
      if ('published' in delivery) {
        await confirm(manager, occasion, reply, delivery.published);
        await wakeNext(transaction, this.jobs, reply);
        return;
      }
      if (reply.state !== 'sending' || reply.attempts !== claimed.attempts) return;
      if ('refused' in delivery) {
        const problem = { code: delivery.code, detail: delivery.refused };
        await giveUp(transaction, this.jobs, occasion, reply, 'refuse', problem, null);
        return;
      }
      if ('postponedUntil' in delivery) {
        const { postponedUntil, detail } = delivery;
        const earliest = nextAttempt(reply.attempts, new Date());
        const dueAt = postponedUntil > earliest ? postponedUntil : earliest;
        const problem = { code: 'network-postponed', detail };
        await applyMove(manager, occasion, reply, 'postpone', { dueAt, problem }, null);
        await this.jobs.enqueue(publishJob(reply.id, dueAt), transaction);
        return;
      }
      await this.lose(transaction, occasion, reply, delivery.unknown);
    });
  }

  /** A claim whose lease is over: its worker is gone, and nobody knows how far it came. */
  private async abandonStale(replyId: string): Promise<void> {
    await this.change(replyId, async (transaction, occasion, reply) => {
      const since = reply.sendingSince?.getTime() ?? 0;
      if (reply.state !== 'sending' || Date.now() - since <= LEASE_MS) return;
      this.logger.warn(
        `reply ${replyId}: the worker that was sending it is gone; reading ${reply.network} back`,
      );
      await this.lose(
        transaction,
        occasion,
        reply,
        'the worker stopped before the network’s answer was kept',
        new Date(),
      );
    });
  }

  private async lose(
    transaction: Transaction,
    occasion: Occasion,
    reply: ReplyRecord,
    detail: string,
    dueAt = nextReading(reply.sendingSince ?? new Date(), new Date()),
  ): Promise<void> {
    const problem = { code: 'network-no-answer', detail };
    await applyMove(
      transaction.manager,
      occasion,
      reply,
      'lose',
      { dueAt, problem, lostAt: new Date() },
      null,
    );
    await this.jobs.enqueue(publishJob(reply.id, dueAt), transaction);
  }

  private change<T>(
    replyId: string,
    work: (transaction: Transaction, occasion: Occasion, reply: ReplyRecord) => Promise<T>,
  ): Promise<T> {
    return inTransaction(this.dataSource, async (transaction) => {
      const { manager } = transaction;
      const occasion = await lockOccasion(manager, await readReply(manager, replyId));
      return work(transaction, occasion, await lockReply(manager, replyId));
    });
  }
}
