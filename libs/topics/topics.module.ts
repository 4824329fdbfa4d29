import { Module } from '@nestjs/common';
import { RematchTopics } from './topic-rematch.job.js';
import { TopicsWorker } from './topics-worker.js';
import { TopicsController } from './topics.controller.js';
import { TopicsService } from './topics.service.js';

@Module({ controllers: [TopicsController], providers: [TopicsService], exports: [TopicsService] })
export class TopicsHttpModule {}

/** For the worker: gives the job that matches past mentions again. */
@Module({ providers: [RematchTopics, TopicsWorker], exports: [TopicsWorker] })
export class TopicsWorkerModule {}
