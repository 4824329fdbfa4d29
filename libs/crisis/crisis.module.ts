import { Module } from '@nestjs/common';
import { RepliesModule } from '#replies';
import { CrisisWorker } from './crisis-worker.js';
import { IncidentWorkController } from './incident-work.controller.js';
import { IncidentsController } from './incidents.controller.js';
import { IncidentsService } from './incidents.service.js';
import { PostsController } from './posts.controller.js';
import { IncidentPostsService } from './posts.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';
import { ReviewsController } from './reviews.controller.js';
import { StatementsController } from './statements.controller.js';
import { StatementsService } from './statements.service.js';

@Module({
  imports: [RepliesModule],
  controllers: [
    IncidentsController,
    IncidentWorkController,
    StatementsController,
    PostsController,
    ReportsController,
    ReviewsController,
  ],
  providers: [IncidentPostsService, IncidentsService, ReportsService, StatementsService],
})
export class CrisisHttpModule {}

/** For the worker: proposals follow the levels, and nothing overdue falls silent. */
@Module({ providers: [CrisisWorker], exports: [CrisisWorker] })
export class CrisisWorkerModule {}
