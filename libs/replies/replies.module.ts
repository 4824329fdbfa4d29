import { Module } from '@nestjs/common';
import { OutboxService } from './outbox.service.js';
import { PublishReply } from './publish-reply.job.js';
import { ReadBackReply } from './read-back-reply.js';
import { RepliesController } from './replies.controller.js';
import { RepliesWorker } from './replies-worker.js';
import { ReplyReader } from './reply-reader.service.js';

/** The outbox. Settings, jobs and REPLY_PUBLISHERS come from the process (a global module). */
@Module({
  providers: [OutboxService, ReadBackReply, ReplyReader],
  exports: [OutboxService, ReadBackReply, ReplyReader],
})
export class RepliesModule {}

@Module({ imports: [RepliesModule], controllers: [RepliesController] })
export class RepliesHttpModule {}

/** For the worker: publishes what is due. */
@Module({
  imports: [RepliesModule],
  providers: [PublishReply, RepliesWorker],
  exports: [RepliesWorker, PublishReply],
})
export class RepliesWorkerModule {}
