import { Module } from '@nestjs/common';
import { AnswersModule, followAnswers } from '#answers';
import { RepliesModule } from '#replies';
import { AnswerAllService } from './answer-all.service.js';
import { AnswerSeveralService } from './answer-several.service.js';
import { AskService } from './ask.service.js';
import { DecideService } from './decide.service.js';
import { followAnswer } from './follow-answer.js';
import { RequestReader } from './reader.service.js';
import { RequestSettingsController } from './request-settings.controller.js';
import { RequestsController } from './requests.controller.js';
import { RequestsWorker } from './requests-worker.js';
import { SendTogether } from './send-together.js';

const SERVICES = [
  AnswerAllService,
  AnswerSeveralService,
  AskService,
  DecideService,
  RequestReader,
  SendTogether,
];

/** Answers that are asked for. Whatever process has it follows the library in the transactions that change it. */
@Module({ imports: [AnswersModule, RepliesModule], providers: SERVICES, exports: SERVICES })
export class RequestsModule {
  constructor() {
    followAnswers(followAnswer);
  }
}

@Module({ imports: [RequestsModule], controllers: [RequestsController, RequestSettingsController] })
export class RequestsHttpModule {}

@Module({ imports: [RequestsModule], providers: [RequestsWorker], exports: [RequestsWorker] })
export class RequestsWorkerModule {}
