import { Module } from '@nestjs/common';
import { LevelsWorker } from './levels-worker.js';
import { LevelsController } from './levels.controller.js';
import { LevelsService } from './levels.service.js';

@Module({ controllers: [LevelsController], providers: [LevelsService] })
export class LevelsHttpModule {}

/** For the worker: evaluates the levels of topics. */
@Module({ providers: [LevelsWorker], exports: [LevelsWorker] })
export class LevelsWorkerModule {}
