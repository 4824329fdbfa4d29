import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { SuggestionsService } from '#answers';
import type { Suggestion } from '#contract/answers';
import type { Locale, ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { conflict, forbidden, notFound } from '#platform/problem';
import { OutboxService, readMention, type ReplyChoice } from '#replies';
import { readColleague } from './colleagues.js';
import type { MyInvitation, previewInvited } from './contract-mine.js';
import { isRunning, moveOfPassing } from './invitation-life-cycle.js';
import { type InvitationRecord, lockInvitation, readInvitation } from './invitation-record.js';
import { isOpen, refuseLevel } from './invite.js';
import { applyMove, type InvitationPerson, tellScreens } from './move-invitation.js';
import { readMyInvitation, readMyInvitations } from './my-invitation.js';
import { currentPolicy } from './policy.js';

const SUGGESTED = 6;

/** What an invited colleague does. Each of these is refused to whoever was not asked. */
@Injectable()
export class AnsweringService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly suggestions: SuggestionsService,
    private readonly outbox: OutboxService,
  ) {}

  list(person: InvitationPerson): Promise<MyInvitation[]> {
    return readMyInvitations(this.dataSource.manager, person.personId);
  }

  async read(invitationId: string, person: InvitationPerson): Promise<MyInvitation> {
    const invitation = await readMyInvitation(this.dataSource.manager, person.personId, invitationId);
    if (!invitation) throw unknown(invitationId);
    return invitation;
  }

  /** Of two who take it at once the second is told who has it; taking again what is mine changes nothing. */
  async take(invitationId: string, person: InvitationPerson): Promise<MyInvitation> {
    await inTransaction(this.dataSource, async ({ manager }) => {
      const invitation = await lockMine(manager, invitationId, person);
      await refuseOver(manager, invitation, person);
      if (invitation.takenBy === person.personId) return;
      await applyMove(manager, invitation, { move: 'take', by: person });
    });
    return this.read(invitationId, person);
  }

  /** Passes; what others can still answer stays with them. */
  async pass(invitationId: string, reason: string, person: InvitationPerson): Promise<MyInvitation> {
    await inTransaction(this.dataSource, async ({ manager }) => {
      const invitation = await lockMine(manager, invitationId, person);
      await refuseOver(manager, invitation, person);
      const [passed]: [unknown[], number] = await manager.query(
        `update answer_invitation_person set declined_at = clock_timestamp(), reason = $3
         where invitation_id = $1 and person_id = $2 and declined_at is null returning person_id`,
        [invitationId, person.personId, reason || null],
      );
      if (passed.length === 0) return;
      const now = await readInvitation(manager, invitationId);
      const move = moveOfPassing(now.state, {
        taker: now.takenBy === person.personId,
        othersLeft: now.asked - now.passed,
      });
      if (move) {
        await applyMove(manager, now, { move, by: person, reason: reason || null });
        return;
      }
      await tellScreens(manager, now);
      await recordDecision(manager, {
        actor: person,
        action: 'invitation.passed',
        subjectType: 'answer_invitation',
        subjectId: invitationId,
        reason: reason || null,
        after: { state: now.state, mentionId: now.mentionId, left: now.asked - now.passed },
      });
    });
    return this.read(invitationId, person);
  }

  /** Approved answers that may be used for it now. */
  async suggest(
    invitationId: string,
    query: { search?: string | undefined; language?: Locale | undefined },
    person: InvitationPerson,
  ): Promise<{ items: Suggestion[]; noneFits: boolean }> {
    const { mentionId } = await this.mine(invitationId, person);
    const { items, noneFits } = await this.suggestions.suggest(mentionId, {
      ...query,
      limit: SUGGESTED,
      personId: person.personId,
    });
    return { items, noneFits };
  }

  async preview(
    invitationId: string,
    choice: ReplyChoice,
    person: InvitationPerson,
  ): Promise<ResponseOf<typeof previewInvited>> {
    const { mentionId } = await this.mine(invitationId, person);
    return this.outbox.preview(mentionId, choice);
  }

  /**
   * Hands the picked variant to the outbox, as every reply; reply and invitation move in one transaction. The policy of
   * this moment counts: above its level nothing is accepted, and what is accepted stays bound to that level.
   */
  async answer(
    invitationId: string,
    choice: ReplyChoice,
    person: InvitationPerson,
    idempotencyKey: string | null,
  ): Promise<MyInvitation> {
    await inTransaction(this.dataSource, async (transaction) => {
      const { manager } = transaction;
      const { mentionId, askedBy } = await findMine(manager, invitationId, person);
      const policy = await currentPolicy(manager);
      const { reply, repeated } = await this.outbox.sendInvited(transaction, mentionId, choice, {
        replier: person,
        idempotencyKey,
        invited: { invitationId, askedBy, levelLimit: policy.levelMax, confirm: policy.confirm },
      });
      if (repeated) return;
      const invitation = await lockMine(manager, invitationId, person);
      await refuseOver(manager, invitation, person, reply.previousState ?? undefined);
      // The mention is locked, and its level read, by the outbox; one that rises from now on is seen at the leaving.
      await refuseLevel(manager, await readMention(manager, mentionId));
      if (!(await readColleague(manager, person.personId)).allowed) {
        throw forbidden('colleague-not-allowed', 'People of your departments do not answer at present.');
      }
      await applyMove(manager, invitation, { move: 'answer', by: person });
    });
    return this.read(invitationId, person);
  }

  /**
   * Calls the answer back while it has not left, as every reply: reply, mention and invitation go back in one
   * transaction. Throws `transition-not-allowed` once it is on its way.
   */
  async callBack(invitationId: string, person: InvitationPerson): Promise<MyInvitation> {
    await inTransaction(this.dataSource, async (transaction) => {
      const { manager } = transaction;
      await findMine(manager, invitationId, person);
      const [reply]: { id: string }[] = await manager.query(
        'select id from reply where invitation_id = $1 and person_id = $2 order by id desc limit 1',
        [invitationId, person.personId],
      );
      if (!reply) throw conflict('transition-not-allowed', 'There is no answer of yours to call back.');
      await this.outbox.cancelWithin(transaction, reply.id, person);
      const invitation = await lockInvitation(manager, invitationId);
      await applyMove(manager, invitation, { move: 'call_back', by: person });
    });
    return this.read(invitationId, person);
  }

  private async mine(invitationId: string, person: InvitationPerson): Promise<InvitationRecord> {
    const { manager } = this.dataSource;
    const invitation = await findMine(manager, invitationId, person);
    await refuseOver(manager, invitation, person);
    return invitation;
  }
}

async function findMine(
  manager: EntityManager,
  invitationId: string,
  person: InvitationPerson,
): Promise<InvitationRecord> {
  const asked: unknown[] = await manager.query(
    'select from answer_invitation_person where invitation_id = $1 and person_id = $2',
    [invitationId, person.personId],
  );
  if (asked.length === 0) throw unknown(invitationId);
  return readInvitation(manager, invitationId);
}

async function lockMine(
  manager: EntityManager,
  invitationId: string,
  person: InvitationPerson,
): Promise<InvitationRecord> {
  await findMine(manager, invitationId, person);
  return lockInvitation(manager, invitationId);
}

/** It has ended, its time is over, somebody else has it, or the mention needs no answer any more. */
async function refuseOver(
  manager: EntityManager,
  invitation: InvitationRecord,
  person: InvitationPerson,
  stateBefore?: string,
): Promise<void> {
  // In the transaction that answers, the mention is answered by this very reply: what it was before counts.
  const state = stateBefore ?? (await readMention(manager, invitation.mentionId)).state;
  if (!isRunning(invitation.state) || invitation.dueAt.getTime() <= Date.now() || !isOpen({ state })) {
    throw conflict('invitation-over', `This invitation is over (${invitation.state}).`, {
      state: invitation.state,
    });
  }
  if (invitation.takenBy !== null && invitation.takenBy !== person.personId) {
    throw conflict('taken-by-another', `${invitation.takenByName ?? 'A colleague'} answers already.`, {
      by: invitation.takenByName,
    });
  }
}

function unknown(invitationId: string) {
  return notFound('invitation-not-found', `There is no invitation ${invitationId} for you.`);
}
