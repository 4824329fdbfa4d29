import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { recordDecision } from '#audit';
import type { previewReply } from '#contract/replies';
import { CONFIG, type Config } from '#platform/config';
import type { ResponseOf } from '#platform/contract';
import { inTransaction, type Transaction } from '#platform/database';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import { type LiveEvent, publishEvents } from '#platform/live';
import { conflict, invalidField } from '#platform/problem';
import { giveUp } from './give-up.js';
import { lockMention, markAnswered, type MentionToAnswer, readMention } from './mention-to-answer.js';
import type { OutboxPerson } from './move-reply.js';
import { lockOccasion } from './occasion.js';
import { prepareReply, refuseTooLong, refuseUnseen, type ReplyChoice } from './prepare-reply.js';
import { REPLY_PUBLISHERS, type ReplyPublishers } from './publisher-port.js';
import { publishJob } from './publish-job.js';
import { insertReply, type InvitedReply, refuseSecondReply, type ReplyRequest } from './queue-reply.js';
import { lockReply, readReply, readReplies, type ReplyRecord } from './reply-record.js';
import { readReplyRules } from './reply-rules.js';
import { mayBeScheduled, secondPersonFor } from './rules.js';
import { tellSecondPersons, tellWhoInvited } from './tell-people.js';

/** Asking for a reply and calling it back. Nothing here talks to a network: that is the publisher's part. */
@Injectable()
export class OutboxService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(REPLY_PUBLISHERS) private readonly publishers: ReplyPublishers,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
    @Inject(CONFIG) private readonly config: Pick<Config, 'replyDelaySeconds'>,
  ) {}

  /** What would be published now, and whether it fits; changes nothing. */
  async preview(mentionId: string, choice: ReplyChoice): Promise<ResponseOf<typeof previewReply>> {
    const { manager } = this.dataSource;
    const mention = await readMention(manager, mentionId);
    const { text, length } = await prepareReply(manager, mention, choice, this.publishers);
    const { wording = mention.wording } = choice;
    return {
      text,
      length: length.length,
      limit: length.limit,
      fits: length.fits,
      edited: wording !== mention.wording,
    };
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
        const request = { replier, idempotencyKey, corrects: null, invited: null };
        return this.queue(transaction, mention, choice, request);
      });
    } catch (error) {
      // The key was used at the same moment for another mention: the lock of this one could not see it.
      if (violates(error, 'reply_idempotency')) throw keyReused();
      throw error;
    }
  }

  /**
   * A second approved answer to the same mention, that corrects a published one; it goes through every check of a reply.
   * Throws `no-mention-answered` for a post of its own, `not-published-yet` before the first is sent, and `correction-under-way` while another one corrects it.
   */
  async correct(
    replyId: string,
    choice: ReplyChoice,
    reason: string,
    replier: OutboxPerson,
    idempotencyKey: string | null,
  ): Promise<ReplyRecord> {
    try {
      return await inTransaction(this.dataSource, async (transaction) => {
        const { manager } = transaction;
        const { mentionId } = await readReply(manager, replyId);
        if (mentionId === null) throw noMentionAnswered();
        const mention = await lockMention(manager, mentionId);
        const known = await this.known(manager, mentionId, choice, replier, idempotencyKey);
        if (known) return known;
        refuseCorrection(await lockReply(manager, replyId));
        return this.queue(transaction, mention, choice, {
          replier,
          idempotencyKey,
          corrects: { replyId, reason },
          invited: null,
        });
      });
    } catch (error) {
      if (violates(error, 'reply_idempotency')) throw keyReused();
      throw error;
    }
  }

  /**
   * The same as `send` for a colleague who was invited, in the caller's transaction: the invitation moves with the reply.
   * `repeated` says that the key stands for a reply that is there already.
   */
  async sendInvited(
    transaction: Transaction,
    mentionId: string,
    choice: ReplyChoice,
    request: { replier: OutboxPerson; idempotencyKey: string | null; invited: InvitedReply },
  ): Promise<{ reply: ReplyRecord; repeated: boolean }> {
    const { manager } = transaction;
    const mention = await lockMention(manager, mentionId);
    const known = await this.known(manager, mentionId, choice, request.replier, request.idempotencyKey);
    if (known) return { reply: known, repeated: true };
    await refuseSecondReply(manager, mention);
    const reply = await this.queue(transaction, mention, choice, { ...request, corrects: null });
    return { reply, repeated: false };
  }

  /** Calls back what has not left; a mention that it was to answer is again as it was before. */
  cancel(replyId: string, replier: OutboxPerson): Promise<ReplyRecord> {
    return inTransaction(this.dataSource, (transaction) => this.cancelWithin(transaction, replyId, replier));
  }

  /** The same in the caller's transaction: an invitation moves back with its reply. */
  async cancelWithin(transaction: Transaction, replyId: string, replier: OutboxPerson): Promise<ReplyRecord> {
    const { manager } = transaction;
    const occasion = await lockOccasion(manager, await readReply(manager, replyId));
    const reply = await lockReply(manager, replyId);
    await giveUp(transaction, this.jobs, occasion, reply, 'cancel', null, replier);
    return readReply(manager, replyId);
  }

  /** The part that every reply goes through; the caller holds the mention's lock and has refused what stands against it. */
  private async queue(
    transaction: Transaction,
    mention: MentionToAnswer,
    choice: ReplyChoice,
    request: Pick<ReplyRequest, 'replier' | 'idempotencyKey' | 'corrects' | 'invited'>,
  ): Promise<ReplyRecord> {
    const { manager } = transaction;
    const { replier, corrects, invited } = request;
    refuseUnseen(mention, choice.wording);
    const scheduledFor = scheduledTime(choice.sendAt ?? null, new Date());
    const prepared = await prepareReply(manager, mention, choice, this.publishers);
    refuseTooLong(prepared);
    const { approved, text } = prepared;
    const second =
      secondPersonFor(await readReplyRules(manager), mention.matterLevel, approved.sensitivity) ??
      (invited?.confirm ? 'invitation' : null);
    const dueAt = scheduledFor ?? new Date(Date.now() + this.config.replyDelaySeconds * 1000);
    const id = await insertReply(manager, mention, choice, prepared, {
      ...request,
      dueAt,
      scheduledFor,
      second,
    });
    const events: LiveEvent[] = [
      {
        type: 'reply.changed',
        replyId: id,
        mentionId: mention.id,
        state: second ? 'awaiting_second' : 'queued',
      },
    ];
    if (!corrects) events.unshift(await markAnswered(manager, mention, replier.personId));
    if (!second) await this.jobs.enqueue(publishJob(id, dueAt), transaction);
    await publishEvents(manager, events);
    await recordDecision(manager, {
      actor: replier,
      action: corrects ? 'reply.correction_queued' : 'reply.queued',
      subjectType: 'reply',
      subjectId: id,
      reason: corrects?.reason ?? null,
      before: { mentionId: mention.id, state: mention.state, assigneeId: mention.assigneeId },
      after: {
        mentionId: mention.id,
        text,
        answerId: approved.answerId,
        version: approved.versionNumber,
        variantId: approved.variant.id,
        contentHash: approved.contentHash,
        placeholders: choice.placeholders,
        ...(scheduledFor ? { scheduledFor: scheduledFor.toISOString() } : {}),
        ...(second ? { secondPerson: second } : {}),
        ...(corrects ? { corrects: corrects.replyId } : {}),
        ...(invited ? { invitationId: invited.invitationId } : {}),
      },
    });
    const reply = await readReply(manager, id);
    if (second === 'invitation' && invited) {
      await tellWhoInvited(manager, reply, mention.matterLevel, invited.askedBy);
    } else if (second) await tellSecondPersons(manager, reply, mention.matterLevel);
    return reply;
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
      (reply.scheduledFor?.getTime() ?? null) ===
        (choice.sendAt ? new Date(choice.sendAt).getTime() : null) &&
      reply.answerVariantId === choice.answerVariantId &&
      sameValues(reply.placeholders, choice.placeholders);
    if (!same) throw keyReused();
    return reply;
  }
}

function scheduledTime(sendAt: string | null, now: Date): Date | null {
  if (sendAt === null) return null;
  const at = new Date(sendAt);
  if (mayBeScheduled(at, now)) return at;
  throw invalidField('sendAt', 'schedule-out-of-limits', 'must be one minute to 30 days from now');
}

function noMentionAnswered() {
  return conflict(
    'no-mention-answered',
    'This stands by itself and answers no mention: take it down, and publish another one from its incident.',
  );
}

function refuseCorrection(reply: ReplyRecord): void {
  if (reply.state !== 'sent') {
    throw conflict('not-published-yet', `This reply is ${reply.state}: there is nothing to correct.`, {
      state: reply.state,
    });
  }
  if (reply.correctedById !== null) {
    throw conflict('correction-under-way', 'This reply has a correction already.', {
      replyId: reply.correctedById,
    });
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
