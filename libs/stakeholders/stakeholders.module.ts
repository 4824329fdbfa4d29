import { Module } from '@nestjs/common';
import { PressImportService } from './press-import.service.js';
import { StakeholderAuthorsController } from './stakeholder-authors.controller.js';
import { StakeholderAuthorsService } from './stakeholder-authors.service.js';
import { StakeholderRulesService } from './stakeholder-rules.service.js';
import { StakeholdersWorker } from './stakeholders-worker.js';
import { StakeholdersController } from './stakeholders.controller.js';
import { StakeholderNotesService } from './notes.service.js';
import { StakeholdersService } from './stakeholders.service.js';
import { ToldService } from './told.service.js';
import { VoiceService } from './voice.service.js';

@Module({
  controllers: [StakeholderAuthorsController, StakeholdersController],
  providers: [
    PressImportService,
    StakeholderAuthorsService,
    StakeholderRulesService,
    StakeholderNotesService,
    StakeholdersService,
    ToldService,
    VoiceService,
  ],
})
export class StakeholdersHttpModule {}

/** For the worker: attaches authors by rules. */
@Module({ providers: [StakeholdersWorker], exports: [StakeholdersWorker] })
export class StakeholdersWorkerModule {}
