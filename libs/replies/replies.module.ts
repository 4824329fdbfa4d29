import { Module } from '@nestjs/common';
import { HeldReplies } from './held-replies.service.js';
import { OutboxService } from './outbox.service.js';
import { PostsService } from './posts.service.js';
import { PublishReply } from './publish-reply.job.js';
import { ReadBackReply } from './read-back-reply.js';
import { RemoveReply } from './remove-reply.job.js';
import { RepliesController } from './replies.controller.js';
import { RepliesWorker } from './replies-worker.js';
import { ReplyGovernanceController } from './reply-governance.controller.js';
import { ReplyGovernance } from './reply-governance.service.js';
import { ReplyReader } from './reply-reader.service.js';
import { TellOfEdit } from './tell-of-edit.job.js';

const SERVICES = [
  HeldReplies,
  OutboxService,
  PostsService,
  ReadBackReply,
  RemoveReply,
  ReplyGovernance,
  ReplyReader,
];

/** The outbox. Settings, jobs and REPLY_PUBLISHERS come from the process (a global module). */
@Module({ providers: SERVICES, exports: SERVICES })
export class RepliesModule {}

@Module({ imports: [RepliesModule], controllers: [RepliesController, ReplyGovernanceController] })
export class RepliesHttpModule {}

/** For the worker: publishes what is due. */
@Module({
  imports: [RepliesModule],
  providers: [PublishReply, RepliesWorker, TellOfEdit],
  exports: [RepliesWorker, PublishReply],
})
export class RepliesWorkerModule {}
