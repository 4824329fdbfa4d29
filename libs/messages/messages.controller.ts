import { Controller } from '@nestjs/common';
import {
  createMessageSet,
  decideMessages,
  listMessageSets,
  type MessageSetDetail,
  readMessageSet,
  retireMessages,
  saveMessageDraft,
  submitMessages,
  withdrawMessages,
} from '#contract/messages';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { MessageApprovalsService } from './message-approvals.service.js';
import { MessageDraftsService } from './message-drafts.service.js';
import { MessageSetsService } from './message-sets.service.js';

/** Houses and maps, and their way to approval. */
@Controller()
export class MessagesController {
  constructor(
    private readonly sets: MessageSetsService,
    private readonly drafts: MessageDraftsService,
    private readonly approvals: MessageApprovalsService,
  ) {}

  @Endpoint(listMessageSets)
  async list(
    @Input() { query }: InputOf<typeof listMessageSets>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof listMessageSets>> {
    return { items: await this.sets.list(query, actor) };
  }

  @Endpoint(readMessageSet)
  read(
    @Input() { params }: InputOf<typeof readMessageSet>,
    @CurrentActor() actor: Actor,
  ): Promise<MessageSetDetail> {
    return this.sets.read(params.setId, actor);
  }

  @Endpoint(createMessageSet)
  async create(
    @Input() { body }: InputOf<typeof createMessageSet>,
    @CurrentActor() actor: Actor,
  ): Promise<MessageSetDetail> {
    return this.sets.read(await this.drafts.create(body, actor), actor);
  }

  @Endpoint(saveMessageDraft)
  async save(
    @Input() { params, body }: InputOf<typeof saveMessageDraft>,
    @CurrentActor() actor: Actor,
  ): Promise<MessageSetDetail> {
    await this.drafts.save(params.setId, body.content, body.revision, actor);
    return this.sets.read(params.setId, actor);
  }

  @Endpoint(submitMessages)
  async submit(
    @Input() { params }: InputOf<typeof submitMessages>,
    @CurrentActor() actor: Actor,
  ): Promise<MessageSetDetail> {
    await this.approvals.submit(params.setId, params.number, actor);
    return this.sets.read(params.setId, actor);
  }

  @Endpoint(withdrawMessages)
  async withdraw(
    @Input() { params }: InputOf<typeof withdrawMessages>,
    @CurrentActor() actor: Actor,
  ): Promise<MessageSetDetail> {
    await this.approvals.withdraw(params.setId, params.number, actor);
    return this.sets.read(params.setId, actor);
  }

  @Endpoint(decideMessages)
  async decide(
    @Input() { params, body }: InputOf<typeof decideMessages>,
    @CurrentActor() actor: Actor,
  ): Promise<MessageSetDetail> {
    await this.approvals.decide(params.setId, params.number, body, actor);
    return this.sets.read(params.setId, actor);
  }

  @Endpoint(retireMessages)
  async retire(
    @Input() { params, body }: InputOf<typeof retireMessages>,
    @CurrentActor() actor: Actor,
  ): Promise<MessageSetDetail> {
    await this.approvals.retire(params.setId, body.reason, actor);
    return this.sets.read(params.setId, actor);
  }
}
