import { Module } from '@nestjs/common';
import { KeyMessagesController } from './key-messages.controller.js';
import { MessageApprovalsService } from './message-approvals.service.js';
import { MessageDraftsService } from './message-drafts.service.js';
import { MessageHitsService } from './message-hits.service.js';
import { MessageSetsService } from './message-sets.service.js';
import { MessageUseService } from './message-use.service.js';
import { MessagesController } from './messages.controller.js';

@Module({
  controllers: [MessagesController, KeyMessagesController],
  providers: [
    MessageSetsService,
    MessageDraftsService,
    MessageApprovalsService,
    MessageHitsService,
    MessageUseService,
  ],
})
export class MessagesHttpModule {}
