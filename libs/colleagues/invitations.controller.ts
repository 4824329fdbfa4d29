import { Controller, Headers } from '@nestjs/common';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { idempotencyKey } from '#replies';
import { AnsweringService } from './answering.service.js';
import {
  type AnswerInvitationView,
  inviteColleague,
  lookAtInvited,
  readInvitationOf,
  withdrawInvitation,
} from './contract-invitations.js';
import {
  answerInvitation,
  callInvitedBack,
  listMyInvitations,
  type MyInvitation,
  passInvitation,
  previewInvited,
  readMyInvitation,
  suggestForInvitation,
  takeInvitation,
} from './contract-mine.js';
import { InvitingService } from './inviting.service.js';

/** Inviting colleagues to answer, and answering by invitation. */
@Controller()
export class InvitationsController {
  constructor(
    private readonly inviting: InvitingService,
    private readonly answering: AnsweringService,
  ) {}

  @Endpoint(readInvitationOf)
  ofMention(
    @Input() { params }: InputOf<typeof readInvitationOf>,
  ): Promise<ResponseOf<typeof readInvitationOf>> {
    return this.inviting.ofMention(params.mentionId);
  }

  @Endpoint(inviteColleague)
  invite(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof inviteColleague>,
  ): Promise<AnswerInvitationView> {
    return this.inviting.invite(params.mentionId, body, actor);
  }

  @Endpoint(withdrawInvitation)
  withdraw(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof withdrawInvitation>,
  ): Promise<AnswerInvitationView> {
    return this.inviting.withdraw(params.invitationId, actor);
  }

  @Endpoint(lookAtInvited)
  look(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof lookAtInvited>,
  ): Promise<AnswerInvitationView> {
    return this.inviting.look(params.invitationId, body, actor);
  }

  @Endpoint(listMyInvitations)
  async mine(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof listMyInvitations>> {
    return { items: await this.answering.list(actor) };
  }

  @Endpoint(readMyInvitation)
  read(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof readMyInvitation>,
  ): Promise<MyInvitation> {
    return this.answering.read(params.invitationId, actor);
  }

  @Endpoint(takeInvitation)
  take(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof takeInvitation>,
  ): Promise<MyInvitation> {
    return this.answering.take(params.invitationId, actor);
  }

  @Endpoint(passInvitation)
  pass(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof passInvitation>,
  ): Promise<MyInvitation> {
    return this.answering.pass(params.invitationId, body.reason, actor);
  }

  @Endpoint(suggestForInvitation)
  suggest(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof suggestForInvitation>,
  ): Promise<ResponseOf<typeof suggestForInvitation>> {
    return this.answering.suggest(params.invitationId, query, actor);
  }

  @Endpoint(previewInvited)
  preview(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof previewInvited>,
  ): Promise<ResponseOf<typeof previewInvited>> {
    return this.answering.preview(params.invitationId, body, actor);
  }

  @Endpoint(callInvitedBack)
  callBack(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof callInvitedBack>,
  ): Promise<MyInvitation> {
    return this.answering.callBack(params.invitationId, actor);
  }

  @Endpoint(answerInvitation)
  answer(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof answerInvitation>,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<MyInvitation> {
    return this.answering.answer(params.invitationId, body, actor, idempotencyKey(key));
  }
}
