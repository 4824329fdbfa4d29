import { Module } from '@nestjs/common';
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
  SuggestionsService,
];

@Module({ providers: SERVICES, exports: SERVICES })
export class AnswersModule {}

@Module({ imports: [AnswersModule], controllers: [AnswersController, LibraryController] })
export class AnswersHttpModule {}

@Module({ imports: [AnswersModule], providers: [AnswersWorker], exports: [AnswersWorker] })
export class AnswersWorkerModule {}
