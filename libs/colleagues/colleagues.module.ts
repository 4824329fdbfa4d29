import { Module } from '@nestjs/common';
import { AnswersModule } from '#answers';
import { RepliesModule } from '#replies';
import { AnsweringService } from './answering.service.js';
import { ColleaguesController } from './colleagues.controller.js';
import { ColleaguesWorker } from './colleagues-worker.js';
import { FieldsService } from './fields.service.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitingService } from './inviting.service.js';

/** Colleagues who are invited to answer. */
@Module({
  imports: [AnswersModule, RepliesModule],
  controllers: [ColleaguesController, InvitationsController],
  providers: [AnsweringService, FieldsService, InvitingService],
})
export class ColleaguesHttpModule {}

@Module({ providers: [ColleaguesWorker], exports: [ColleaguesWorker] })
export class ColleaguesWorkerModule {}
