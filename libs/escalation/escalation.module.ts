import { Module } from '@nestjs/common';
import { AnswersModule } from '#answers';
import { NotificationsModule } from '#notifications';
import { RepliesModule } from '#replies';
import { CarryOut } from './carry-out.job.js';
import { DutyController } from './duty.controller.js';
import { DutyService } from './duty.service.js';
import { EscalationActions } from './escalation-actions.js';
import { EscalationWorker } from './escalation-worker.js';
import { EscalationsController } from './escalations.controller.js';
import { EscalationsService } from './escalations.service.js';
import { PoliciesController } from './policies.controller.js';
import { PoliciesService } from './policies.service.js';
import { TalkController } from './talk.controller.js';
import { TalkService } from './talk.service.js';

@Module({
  imports: [AnswersModule, NotificationsModule, RepliesModule],
  controllers: [EscalationsController, TalkController, PoliciesController, DutyController],
  providers: [EscalationActions, EscalationsService, TalkService, PoliciesService, DutyService],
})
export class EscalationHttpModule {}

/** For the worker: the timers, and carrying out what was decided. */
@Module({
  imports: [RepliesModule],
  providers: [CarryOut, EscalationWorker],
  exports: [CarryOut, EscalationWorker],
})
export class EscalationWorkerModule {}
