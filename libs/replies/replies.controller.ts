import { Controller, Headers } from '@nestjs/common';
import {
  cancelReply,
  correctReply,
  decideAsSecond,
  letReplyPass,
  listReplies,
  lookAgain,
  previewReply,
  readBackReply,
  releaseReply,
  removeReply,
  type Reply,
  sendReply,
} from '#contract/replies';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { HeldReplies } from './held-replies.service.js';
import { idempotencyKey } from './idempotency-key.js';
import { OutboxService } from './outbox.service.js';
import { ReadBackReply } from './read-back-reply.js';
import { RemoveReply } from './remove-reply.job.js';
import { ReplyReader } from './reply-reader.service.js';
import { replyView } from './reply-record.js';

@Controller()
export class RepliesController {
  constructor(
    private readonly outbox: OutboxService,
    private readonly reader: ReplyReader,
    private readonly readBack: ReadBackReply,
    private readonly held: HeldReplies,
    private readonly removal: RemoveReply,
  ) {}

  @Endpoint(previewReply)
  preview(@Input() { params, body }: InputOf<typeof previewReply>): Promise<ResponseOf<typeof previewReply>> {
    return this.outbox.preview(params.mentionId, body);
  }

  @Endpoint(sendReply)
  async send(
    @Input() { params, body }: InputOf<typeof sendReply>,
    @CurrentActor() actor: Actor,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<Reply> {
    return replyView(await this.outbox.send(params.mentionId, body, actor, idempotencyKey(key)));
  }

  @Endpoint(correctReply)
  async correct(
    @Input() { params, body }: InputOf<typeof correctReply>,
    @CurrentActor() actor: Actor,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<Reply> {
    const { reason, ...choice } = body;
    return replyView(await this.outbox.correct(params.replyId, choice, reason, actor, idempotencyKey(key)));
  }

  @Endpoint(removeReply)
  async remove(
    @Input() { params, body }: InputOf<typeof removeReply>,
    @CurrentActor() actor: Actor,
  ): Promise<Reply> {
    return replyView(await this.removal.ask(params.replyId, body.reason, actor));
  }

  @Endpoint(decideAsSecond)
  async second(
    @Input() { params, body }: InputOf<typeof decideAsSecond>,
    @CurrentActor() actor: Actor,
  ): Promise<Reply> {
    return replyView(
      body.decision === 'confirmed'
        ? await this.held.confirm(params.replyId, actor, { wording: body.wording })
        : await this.held.refuse(params.replyId, body.reason, actor),
    );
  }

  @Endpoint(lookAgain)
  async look(
    @Input() { params, body }: InputOf<typeof lookAgain>,
    @CurrentActor() actor: Actor,
  ): Promise<Reply> {
    const { personId, name, permissions } = actor;
    const mayConfirm = permissions.includes('replies.confirm');
    return replyView(await this.held.lookAgain(params.replyId, body.wording, { personId, name, mayConfirm }));
  }

  @Endpoint(letReplyPass)
  async letPass(
    @Input() { params, body }: InputOf<typeof letReplyPass>,
    @CurrentActor() actor: Actor,
  ): Promise<Reply> {
    return replyView(await this.held.letPass(params.replyId, body.reason, actor));
  }

  @Endpoint(releaseReply)
  async release(
    @Input() { params, body }: InputOf<typeof releaseReply>,
    @CurrentActor() actor: Actor,
  ): Promise<Reply> {
    return replyView(await this.held.release(params.replyId, body.reason, actor));
  }

  @Endpoint(cancelReply)
  async cancel(
    @Input() { params }: InputOf<typeof cancelReply>,
    @CurrentActor() actor: Actor,
  ): Promise<Reply> {
    return replyView(await this.outbox.cancel(params.replyId, actor));
  }

  @Endpoint(readBackReply)
  async askNetwork(
    @Input() { params }: InputOf<typeof readBackReply>,
    @CurrentActor() actor: Actor,
  ): Promise<Reply> {
    return replyView(await this.readBack.runFor(params.replyId, actor));
  }

  @Endpoint(listReplies)
  list(@Input() { query }: InputOf<typeof listReplies>): Promise<ResponseOf<typeof listReplies>> {
    const { cursor, limit, ...filter } = query;
    return this.reader.list(filter, cursor, limit);
  }
}
