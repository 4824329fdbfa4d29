import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { recordDecision } from '#audit';
import { CONFIG, type Config } from '#platform/config';
import { inTransaction } from '#platform/database';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import { publishEvents } from '#platform/live';
import { conflict } from '#platform/problem';
import { lockMention, markAnswered, readMention } from './mention-to-answer.js';
import { applyMove, type OutboxPerson } from './move-reply.js';
import { prepareReply, refuseTooLong, type ReplyChoice } from './prepare-reply.js';
import { REPLY_PUBLISHERS, type ReplyPublishers } from './publisher-port.js';
import { publishJob } from './publish-job.js';
import { insertReply, refuseSecondReply } from './queue-reply.js';
import { lockReply, readReply, readReplies, type ReplyRecord } from './reply-record.js';

/** Asking for a reply and calling it back. Nothing here talks to a network: that is the publisher's part. */
@Injectable()
export class OutboxService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(REPLY_PUBLISHERS) private readonly publishers: ReplyPublishers,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What would be published now, and whether it fits; changes nothing. */
  async preview(
    mentionId: string,
    choice: ReplyChoice,
  ): Promise<{ text: string; length: number; limit: number; fits: boolean }> {
    const { manager } = this.dataSource;
    const { text, length } = await prepareReply(
      manager,
      await readMention(manager, mentionId),
      choice,
      this.publishers,
    );
    return { text, length: length.length, limit: length.limit, fits: length.fits };
  }

  /**
   * Queues the reply and marks the mention answered, in one transaction. With an idempotency key, asking again for
   * the same gives the same reply, whatever has become of it.
   */
  async send(
    mentionId: string,
    choice: ReplyChoice,
    replier: OutboxPerson,
    idempotencyKey: string | null,
  ): Promise<ReplyRecord> {
    try {
      return await inTransaction(this.dataSource, async (transaction) => {
        const { manager } = transaction;
        const mention = await lockMention(manager, mentionId);
        const known = await this.known(manager, mentionId, choice, replier, idempotencyKey);
        if (known) return known;
        await refuseSecondReply(manager, mention);
        const prepared = await prepareReply(manager, mention, choice, this.publishers);
        refuseTooLong(prepared);
        const dueAt = new Date(Date.now() + this.config.replyDelaySeconds * 1000);
        const id = await insertReply(manager, mention, choice, prepared, { replier, idempotencyKey, dueAt });
        const answered = await markAnswered(manager, mention, replier.personId);
        await this.jobs.enqueue(publishJob(id, dueAt), transaction);
        await publishEvents(manager, [
          answered,
          { type: 'reply.changed', replyId: id, mentionId, state: 'queued' },
        ]);
        await recordDecision(manager, {
          actor: replier,
          action: 'reply.queued',
          subjectType: 'reply',
          subjectId: id,
          before: { mentionId, state: mention.state, assigneeId: mention.assigneeId },
          after: {
            mentionId,
            text: prepared.text,
            answerId: prepared.approved.answerId,
            version: prepared.approved.versionNumber,
            variantId: prepared.approved.variant.id,
            contentHash: prepared.approved.contentHash,
            placeholders: choice.placeholders,
          },
        });
        return readReply(manager, id);
      });
    } catch (error) {
      // The key was used at the same moment for another mention: the lock of this one could not see it.
      if (violates(error, 'reply_idempotency')) throw keyReused();
      throw error;
    }
  }

  /** Calls a queued reply back; the mention is again as it was before. */
  cancel(replyId: string, replier: OutboxPerson): Promise<ReplyRecord> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const { mentionId } = await readReply(manager, replyId);
      const mention = await lockMention(manager, mentionId);
      const reply = await lockReply(manager, replyId);
      await applyMove(manager, mention, reply, 'cancel', {}, replier);
      return readReply(manager, replyId);
    });
  }

  private async known(
    manager: EntityManager,
    mentionId: string,
    choice: ReplyChoice,
    replier: OutboxPerson,
    idempotencyKey: string | null,
  ): Promise<ReplyRecord | null> {
    if (idempotencyKey === null) return null;
    const [reply] = await readReplies(
      manager,
      'r.person_id = $1 and r.idempotency_key = $2',
      [replier.personId, idempotencyKey],
      1,
    );
    if (!reply) return null;
    const same =
      reply.mentionId === mentionId &&
      reply.answerVariantId === choice.answerVariantId &&
      sameValues(reply.placeholders, choice.placeholders);
    if (!same) throw keyReused();
    return reply;
  }
}

function sameValues(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && a[name] === b[name])
  );
}

function keyReused() {
  return conflict('idempotency-key-reused', 'This Idempotency-Key was used for another reply.');
}

function violates(error: unknown, constraint: string): boolean {
  return (
    error instanceof QueryFailedError &&
    'constraint' in error.driverError &&
    error.driverError.constraint === constraint
  );
}
