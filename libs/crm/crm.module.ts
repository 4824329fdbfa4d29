import { Module } from '@nestjs/common';
import { Seals } from '#platform/sealing';
import { CrmAccesses } from './crm-access.js';
import { CrmPass } from './crm-pass.job.js';
import { CrmQuestionsService } from './crm-questions.service.js';
import { CrmWorker } from './crm-worker.js';
import { CrmController } from './crm.controller.js';
import { CrmService } from './crm.service.js';

@Module({
  controllers: [CrmController],
  providers: [CrmAccesses, CrmQuestionsService, CrmService, Seals],
})
export class CrmHttpModule {}

/** For the worker: compares contacts with the CRM. */
@Module({ providers: [CrmAccesses, CrmPass, CrmWorker, Seals], exports: [CrmWorker] })
export class CrmWorkerModule {}
