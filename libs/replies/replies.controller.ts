import { Controller, Headers } from '@nestjs/common';
import {
  cancelReply,
  listReplies,
  previewReply,
  readBackReply,
  type Reply,
  sendReply,
} from '#contract/replies';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { invalidField } from '#platform/problem';
import { OutboxService } from './outbox.service.js';
import { ReadBackReply } from './read-back-reply.js';
import { ReplyReader } from './reply-reader.service.js';
import { replyView } from './reply-record.js';

@Controller()
export class RepliesController {
  constructor(
    private readonly outbox: OutboxService,
    private readonly reader: ReplyReader,
    private readonly readBack: ReadBackReply,
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
    if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key)) {
      throw invalidField('Idempotency-Key', 'invalid-format', 'must be 1 to 200 visible ASCII characters');
    }
    return replyView(await this.outbox.send(params.mentionId, body, actor, key ?? null));
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
