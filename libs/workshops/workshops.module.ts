import { Module } from '@nestjs/common';
import { LiveModule } from '#platform/live';
import { Seals } from '#platform/sealing';
import { BoardService } from './board.service.js';
import { ConductService } from './conduct.service.js';
import { ContributionsService } from './contributions.service.js';
import { HarvestService } from './harvest.service.js';
import { OwnMethodsController } from './own-methods.controller.js';
import { OwnMethodsService } from './own-methods.service.js';
import { WorkshopReader } from './reader.service.js';
import { RoomHub } from './room-hub.js';
import { RoomController } from './room.controller.js';
import { SeatsService } from './seats.service.js';
import { WorkshopsController } from './workshops.controller.js';
import { WorkshopsService } from './workshops.service.js';

@Module({
  imports: [LiveModule],
  controllers: [WorkshopsController, OwnMethodsController, RoomController],
  providers: [
    BoardService,
    ConductService,
    ContributionsService,
    HarvestService,
    OwnMethodsService,
    RoomHub,
    Seals,
    SeatsService,
    WorkshopReader,
    WorkshopsService,
  ],
})
export class WorkshopsHttpModule {}
