import { Module } from '@nestjs/common';
import { AnswersController } from './answers.controller.js';
import { AnswersWorker } from './answers-worker.js';
import { ApprovalsService } from './approvals.service.js';
import { DraftsService } from './drafts.service.js';
import { LibraryService } from './library.service.js';
import { SuggestionsService } from './suggestions.service.js';

const SERVICES = [LibraryService, DraftsService, ApprovalsService, SuggestionsService];

@Module({ providers: SERVICES, exports: SERVICES })
export class AnswersModule {}

@Module({ imports: [AnswersModule], controllers: [AnswersController] })
export class AnswersHttpModule {}

@Module({ imports: [AnswersModule], providers: [AnswersWorker], exports: [AnswersWorker] })
export class AnswersWorkerModule {}
