import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordDecision } from '#audit';
import { inTransaction } from '#platform/database';
import { JOB_QUEUE, type JobQueue, type JobRequest } from '#platform/jobs';
import { publishEvents } from '#platform/live';
import { conflict } from '#platform/problem';
import type { OutboxPerson } from './move-reply.js';
import { PublishRefused, REPLY_PUBLISHERS, type ReplyPublishers } from './publisher-port.js';
import { ANSWER_WITHIN_MS, nextAttempt } from './reply-life-cycle.js';
import {
  lockReply,
  occasionOf,
  outgoing,
  readReply,
  replyChanged,
  type ReplyRecord,
} from './reply-record.js';
import { withinTime } from './within-time.js';

/** Job kind: take the published reply of that id down from its network. */
export const REMOVE_REPLY = 'reply.remove';

const removeJob = (replyId: string, runAt: Date): JobRequest => ({ kind: REMOVE_REPLY, id: replyId, runAt });

/** Taking a published reply down: asked for by a person, done by a worker, again until the network says it is done. */
@Injectable()
export class RemoveReply {
  private readonly logger = new Logger('replies');

  constructor(
    private readonly dataSource: DataSource,
    @Inject(REPLY_PUBLISHERS) private readonly publishers: ReplyPublishers,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  /**
   * On record with its reason; the reply stays as it was sent. Throws `not-published-yet`, `network-cannot-remove`, and
   * `removal-under-way` also when it is done.
   */
  ask(replyId: string, reason: string, person: OutboxPerson): Promise<ReplyRecord> {
    return inTransaction(this.dataSource, async (transaction) => {
      const { manager } = transaction;
      const reply = await lockReply(manager, replyId);
      if (reply.state !== 'sent' || reply.externalId === null) {
        throw conflict('not-published-yet', `This reply is ${reply.state}: there is nothing to remove.`, {
          state: reply.state,
        });
      }
      if (!this.publishers(reply.network, reply.sourceId)?.remove) {
        throw conflict('network-cannot-remove', `Replies on ${reply.network} cannot be removed from here.`, {
          network: reply.network,
        });
      }
      if (reply.removal && reply.removal.problemCode === null) {
        throw conflict('removal-under-way', 'The removal of this reply was asked for already.');
      }
      await manager.query(
        `insert into reply_removal (reply_id, reason, person_id) values ($1, $2, $3)
         on conflict (reply_id) do update set reason = excluded.reason, person_id = excluded.person_id,
           asked_at = now(), due_at = now(), attempts = 0, problem_code = null, problem_detail = null`,
        [replyId, reason, person.personId],
      );
      await this.jobs.enqueue(removeJob(replyId, new Date()), transaction);
      await publishEvents(manager, [replyChanged(reply)]);
      await recordDecision(manager, {
        actor: person,
        action: 'reply.removal_asked',
        subjectType: 'reply',
        subjectId: replyId,
        reason,
        after: { ...occasionOf(reply), externalId: reply.externalId, text: reply.text },
      });
      return readReply(manager, replyId);
    });
  }

  /** Removals whose time has come; one that the network refused waits for a person. */
  async due(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select reply_id as id from reply_removal
       where removed_at is null and problem_code is null and due_at <= clock_timestamp() order by due_at limit 200`,
    );
    return rows.map(({ id }) => id);
  }

  /** Harmless to repeat: what is gone already counts as removed. */
  async run(replyId: string): Promise<void> {
    const reply = await readReply(this.dataSource.manager, replyId);
    const { removal, externalId } = reply;
    if (!removal || removal.removedAt !== null || removal.problemCode !== null || externalId === null) return;
    const publisher = this.publishers(reply.network, reply.sourceId);
    const post = { ...outgoing(reply), externalId, url: reply.url };
    try {
      const { remove } = publisher ?? {};
      if (!publisher || !remove) throw new PublishRefused(`${reply.network} is not connected any more`);
      await withinTime(ANSWER_WITHIN_MS, (signal) => remove.call(publisher, post, signal));
    } catch (error) {
      await this.failed(reply, error);
      return;
    }
    await this.removed(reply);
  }

  private removed(reply: ReplyRecord): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const [rows]: [unknown[], number] = await manager.query(
        `update reply_removal set removed_at = clock_timestamp(), attempts = attempts + 1
         where reply_id = $1 and removed_at is null returning reply_id`,
        [reply.id],
      );
      if (rows.length === 0) return;
      await publishEvents(manager, [replyChanged(reply)]);
      await recordDecision(manager, {
        actor: null,
        action: 'reply.removed',
        subjectType: 'reply',
        subjectId: reply.id,
        after: { ...occasionOf(reply), externalId: reply.externalId },
      });
    });
  }

  /** A refusal is told to people; anything else is tried again later. */
  private failed(reply: ReplyRecord, error: unknown): Promise<void> {
    const detail = error instanceof Error ? error.message : String(error);
    this.logger.warn(`reply ${reply.id}: not removed: ${detail}`);
    const refused = error instanceof PublishRefused && error.retryAt === null ? error.code : null;
    return inTransaction(this.dataSource, async (transaction) => {
      const { manager } = transaction;
      const [rows]: [{ attempts: number }[], number] = await manager.query(
        `update reply_removal set attempts = attempts + 1, problem_code = $2, problem_detail = $3
         where reply_id = $1 and removed_at is null returning attempts`,
        [reply.id, refused, detail.slice(0, 1000)],
      );
      const [removal] = rows;
      if (!removal) return;
      if (refused === null) {
        const later = error instanceof PublishRefused ? error.retryAt : null;
        const dueAt = later ?? nextAttempt(removal.attempts, new Date());
        await manager.query('update reply_removal set due_at = $2 where reply_id = $1', [reply.id, dueAt]);
        await this.jobs.enqueue(removeJob(reply.id, dueAt), transaction);
        return;
      }
      await publishEvents(manager, [replyChanged(reply)]);
      await recordDecision(manager, {
        actor: null,
        action: 'reply.removal_refused',
        subjectType: 'reply',
        subjectId: reply.id,
        reason: refused,
        after: { ...occasionOf(reply), detail },
      });
    });
  }
}
