import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordDecision } from '#audit';
import { inTransaction, type Transaction } from '#platform/database';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import { publishEvents } from '#platform/live';
import { conflict, forbidden } from '#platform/problem';
import { giveUp } from './give-up.js';
import { applyMove, type OutboxPerson } from './move-reply.js';
import { lockOccasion, type Occasion } from './occasion.js';
import { mentionEdited } from './prepare-reply.js';
import { publishJob } from './publish-job.js';
import { lockReply, occasionOf, readReply, replyChanged, type ReplyRecord } from './reply-record.js';
import type { SecondReason } from './rules.js';

/** Who looks at a reply again, and whether they could be its second person. */
export interface LookingPerson extends OutboxPerson {
  mayConfirm: boolean;
}

/** What people decide about replies that wait: for a second person, a second look, an earlier one, a freeze. */
@Injectable()
export class HeldReplies {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  /**
   * Another person than who picked it confirms: it is queued, and leaves at its time. `asked` where that person may only
   * confirm what was asked for this reason; `wording` where the mention was edited since, as that person sees it.
   */
  confirm(
    replyId: string,
    person: OutboxPerson,
    { asked, wording }: { asked?: SecondReason; wording?: number | undefined } = {},
  ): Promise<ReplyRecord> {
    return this.change(replyId, async (transaction, occasion, reply) => {
      refuseOther(reply, asked);
      refuseOwn(reply, person);
      refuseNotSeen(reply, wording);
      const now = new Date();
      const dueAt = reply.dueAt > now ? reply.dueAt : now;
      const second = { personId: person.personId, at: now };
      const seen = occasion.kind === 'mention' ? { mentionWording: occasion.wording } : {};
      await applyMove(transaction.manager, occasion, reply, 'second', { dueAt, second, ...seen }, person);
      await this.jobs.enqueue(publishJob(reply.id, dueAt), transaction);
    });
  }

  /** Another person refuses, with a reason: it does not leave, and the mention is given back. */
  refuse(replyId: string, reason: string, person: OutboxPerson, asked?: SecondReason): Promise<ReplyRecord> {
    return this.change(replyId, async (transaction, occasion, reply) => {
      refuseOther(reply, asked);
      refuseOwn(reply, person);
      if (reply.state !== 'awaiting_second') {
        throw conflict('transition-not-allowed', `This reply is ${reply.state}: nobody is asked.`, {
          state: reply.state,
          move: 'second',
        });
      }
      const problem = { code: 'second-person-refused', detail: `${person.name}: ${reason}` };
      await giveUp(transaction, this.jobs, occasion, reply, 'refuse', problem, person);
    });
  }

  /**
   * The author changed the mention, and the reply still fits. What a second person confirmed is looked at by one who may
   * confirm it: the words that were confirmed are not those that it would stand under.
   */
  lookAgain(replyId: string, wording: number, person: LookingPerson): Promise<ReplyRecord> {
    return this.change(replyId, async (transaction, _occasion, reply) => {
      if (reply.hold?.kind !== 'edited') throw notHeld(reply);
      if (reply.secondAsked !== null) {
        refuseOwn(reply, person);
        if (!person.mayConfirm && person.personId !== reply.secondPersonId) throw notYours();
      }
      refuseNotSeen(reply, wording);
      await transaction.manager.query('update reply set mention_wording = $2 where id = $1', [
        reply.id,
        wording,
      ]);
      await this.released(transaction, reply, 'reply.looked_again', null, person);
    });
  }

  /** It need not wait for earlier replies of its conversation any more. */
  letPass(replyId: string, reason: string, person: OutboxPerson): Promise<ReplyRecord> {
    return this.change(replyId, async (transaction, _occasion, reply) => {
      if (reply.hold?.kind !== 'order') throw notHeld(reply);
      await transaction.manager.query('update reply set passed_order_at = clock_timestamp() where id = $1', [
        reply.id,
      ]);
      await this.released(transaction, reply, 'reply.let_pass', reason, person);
    });
  }

  /** The freezes that hold it now do not hold it any more; a later one would. */
  release(replyId: string, reason: string, person: OutboxPerson): Promise<ReplyRecord> {
    return this.change(replyId, async (transaction, _occasion, reply) => {
      if (reply.hold?.kind !== 'freeze') throw notHeld(reply);
      await transaction.manager.query('update reply set passed_freeze_at = clock_timestamp() where id = $1', [
        reply.id,
      ]);
      await this.released(transaction, reply, 'reply.released', reason, person);
    });
  }

  private async released(
    transaction: Transaction,
    reply: ReplyRecord,
    action: string,
    reason: string | null,
    person: OutboxPerson,
  ): Promise<void> {
    const { manager } = transaction;
    await this.jobs.enqueue(publishJob(reply.id, reply.dueAt), transaction);
    await publishEvents(manager, [replyChanged(reply)]);
    await recordDecision(manager, {
      actor: person,
      action,
      subjectType: 'reply',
      subjectId: reply.id,
      reason,
      before: { hold: reply.hold },
      after: occasionOf(reply),
    });
  }

  private change(
    replyId: string,
    work: (transaction: Transaction, occasion: Occasion, reply: ReplyRecord) => Promise<void>,
  ): Promise<ReplyRecord> {
    return inTransaction(this.dataSource, async (transaction) => {
      const { manager } = transaction;
      const occasion = await lockOccasion(manager, await readReply(manager, replyId));
      await work(transaction, occasion, await lockReply(manager, replyId));
      return readReply(manager, replyId);
    });
  }
}

function refuseOwn(reply: ReplyRecord, person: OutboxPerson): void {
  if (reply.personId !== person.personId) return;
  throw forbidden('own-reply', 'Nobody is the second person for a reply that they picked.');
}

function refuseOther(reply: ReplyRecord, asked: SecondReason | undefined): void {
  if (asked === undefined || reply.secondAsked === asked) return;
  throw notYours();
}

function notYours() {
  return forbidden(
    'not-allowed-here',
    'Somebody with the right to confirm replies has to decide on this one.',
  );
}

function refuseNotSeen({ edited }: ReplyRecord, wording: number | undefined): void {
  if (edited !== null && edited.wording !== wording) throw mentionEdited(edited.wording);
}

function notHeld(reply: ReplyRecord) {
  return conflict('not-held', 'Nothing of this kind holds this reply.', { state: reply.state });
}
