import { Module } from '@nestjs/common';
import { NotificationsModule } from '#notifications';
import { AnswerActions } from './answer-actions.js';
import { AnswerIndex } from './answer-index.js';
import { AnswerOwnerService } from './answer-owner.service.js';
import { AnswersController } from './answers.controller.js';
import { AnswersWorker } from './answers-worker.js';
import { ApprovalsService } from './approvals.service.js';
import { ChangeRequestsService } from './change-requests.service.js';
import { DraftsService } from './drafts.service.js';
import { ExchangeService } from './exchange.service.js';
import { LibraryController } from './library.controller.js';
import { LibraryService } from './library.service.js';
import { RemindersService } from './reminders.service.js';
import { SuggestionCorrectionsService } from './suggestion-corrections.service.js';
import { SuggestionsService } from './suggestions.service.js';
import { UsageService } from './usage.service.js';
import { WaitingService } from './waiting.service.js';

const SERVICES = [
  LibraryService,
  DraftsService,
  ApprovalsService,
  ChangeRequestsService,
  AnswerOwnerService,
  WaitingService,
  RemindersService,
  ExchangeService,
  UsageService,
  AnswerIndex,
  SuggestionsService,
  SuggestionCorrectionsService,
];

@Module({ providers: SERVICES, exports: SERVICES })
export class AnswersModule {}

@Module({
  imports: [AnswersModule, NotificationsModule],
  controllers: [AnswersController, LibraryController],
  providers: [AnswerActions],
})
export class AnswersHttpModule {}

@Module({ imports: [AnswersModule], providers: [AnswersWorker], exports: [AnswersWorker] })
export class AnswersWorkerModule {}
