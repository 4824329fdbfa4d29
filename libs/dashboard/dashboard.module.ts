import { Module } from '@nestjs/common';
import { DashboardController } from './dashboard.controller.js';
import { DashboardService } from './dashboard.service.js';
import { DashboardWorker } from './dashboard-worker.js';
import { DisplaysController } from './displays.controller.js';
import { DisplaysService } from './displays.service.js';

@Module({
  controllers: [DashboardController, DisplaysController],
  providers: [DashboardService, DisplaysService],
})
export class DashboardHttpModule {}

/** For the worker: tells of the situation. */
@Module({ providers: [DashboardWorker], exports: [DashboardWorker] })
export class DashboardWorkerModule {}
