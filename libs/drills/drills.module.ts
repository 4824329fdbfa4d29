import { Module } from '@nestjs/common';
import { NetworksModule } from '#networks';
import { RepliesModule } from '#replies';
import { CloseCaused } from './close-caused.job.js';
import { ConductService } from './conduct.service.js';
import { DebriefFileService } from './debrief-file.service.js';
import { DebriefService } from './debrief.service.js';
import { DrillPlayer } from './drill-player.js';
import { DrillsController } from './drills.controller.js';
import { DrillsWorker } from './drills-worker.js';
import { DrillReader } from './reader.service.js';
import { PicturesController } from './pictures.controller.js';
import { PicturesService } from './pictures.service.js';
import { ScenariosController } from './scenarios.controller.js';
import { ScenariosService } from './scenarios.service.js';

@Module({
  imports: [NetworksModule],
  controllers: [DrillsController, PicturesController, ScenariosController],
  providers: [
    ConductService,
    DebriefFileService,
    DebriefService,
    DrillReader,
    PicturesService,
    ScenariosService,
  ],
})
export class DrillsHttpModule {}

/** For the worker: plays the drill, and closes what it caused. */
@Module({
  imports: [NetworksModule, RepliesModule],
  providers: [CloseCaused, DrillsWorker, DrillPlayer],
  exports: [DrillsWorker],
})
export class DrillsWorkerModule {}
