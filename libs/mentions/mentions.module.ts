import { Module } from '@nestjs/common';
import { AuthorWeightsWorker } from './author-weights-worker.js';
import { CorrectionsController } from './corrections.controller.js';
import { MentionsController } from './mentions.controller.js';
import { MentionsService } from './mentions.service.js';
import { PresenceSweeper } from './presence-sweeper.js';
import { QueueWorker } from './queue-worker.js';
import { TriageService } from './triage.service.js';

@Module({
  controllers: [MentionsController, CorrectionsController],
  providers: [MentionsService, TriageService],
})
export class MentionsHttpModule {}

/** For the worker: classifies the queue, weighs authors anew and ends presences. Any number of workers share the work. */
@Module({
  providers: [AuthorWeightsWorker, QueueWorker, PresenceSweeper],
  exports: [AuthorWeightsWorker],
})
export class MentionsWorkerModule {}
