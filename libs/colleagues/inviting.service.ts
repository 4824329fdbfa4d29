import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '#platform/database';
import { conflict } from '#platform/problem';
import { HeldReplies, readMention, REPLY_PUBLISHERS, type ReplyPublishers } from '#replies';
import type { AnswerInvitationView } from './contract-invitations.js';
import { type Asked, inviteToAnswer } from './invite.js';
import { invitationView, lockInvitation, readInvitation, readInvitations } from './invitation-record.js';
import { applyMove, type InvitationPerson } from './move-invitation.js';
import { currentPolicy } from './policy.js';

/** What those who handle mentions do: invite, withdraw, have a look at what was picked. */
@Injectable()
export class InvitingService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(REPLY_PUBLISHERS) private readonly publishers: ReplyPublishers,
    private readonly held: HeldReplies,
  ) {}

  async ofMention(mentionId: string): Promise<{
    invitation: AnswerInvitationView | null;
    level: number;
    levelMax: number;
  }> {
    const { manager } = this.dataSource;
    const mention = await readMention(manager, mentionId);
    const [latest] = await readInvitations(
      manager,
      'i.mention_id = $1',
      [mentionId],
      'order by i.id desc limit 1',
    );
    const { levelMax } = await currentPolicy(manager);
    return { invitation: latest ? invitationView(latest) : null, level: mention.matterLevel, levelMax };
  }

  invite(mentionId: string, asked: Asked, asker: InvitationPerson): Promise<AnswerInvitationView> {
    const canReply = (network: string, sourceId: string | null) =>
      this.publishers(network, sourceId) !== null;
    return inviteToAnswer(this.dataSource, mentionId, asked, asker, { canReply, now: new Date() });
  }

  withdraw(invitationId: string, by: InvitationPerson): Promise<AnswerInvitationView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const invitation = await lockInvitation(manager, invitationId);
      await applyMove(manager, invitation, { move: 'withdraw', by });
      return invitationView(await readInvitation(manager, invitationId));
    });
  }

  /** Lets what a colleague picked leave; only where nobody but whoever invites was asked for a look. */
  async look(
    invitationId: string,
    decision:
      { decision: 'confirmed'; wording?: number | undefined } | { decision: 'refused'; reason: string },
    person: InvitationPerson,
  ): Promise<AnswerInvitationView> {
    const { manager } = this.dataSource;
    const { reply, state } = await readInvitation(manager, invitationId);
    if (!reply) {
      throw conflict('transition-not-allowed', `This invitation is ${state}: there is nothing to look at.`, {
        state,
        move: decision.decision,
      });
    }
    if (decision.decision === 'confirmed') {
      await this.held.confirm(reply.id, person, { asked: 'invitation', wording: decision.wording });
    } else {
      await this.held.refuse(reply.id, decision.reason, person, 'invitation');
    }
    return invitationView(await readInvitation(manager, invitationId));
  }
}
