import { type DynamicModule, Module } from '@nestjs/common';
import { AnswersWorkerModule } from '#answers';
import { ColleaguesWorkerModule } from '#colleagues';
import { ContactsWorkerModule } from '#contacts';
import { CrisisWorkerModule } from '#crisis';
import { CrmWorkerModule } from '#crm';
import { DashboardWorkerModule } from '#dashboard';
import { DrillsWorkerModule } from '#drills';
import { EscalationWorkerModule } from '#escalation';
import { ImportsWorkerModule } from '#imports';
import { LevelsWorkerModule } from '#levels';
import { MentionsWorkerModule } from '#mentions';
import { NetworksWorkerModule, ReplyPublishersModule } from '#networks';
import { NotificationsWorkerModule } from '#notifications';
import { LiveWorkerModule } from '#platform/live';
import { RepliesWorkerModule } from '#replies';
import { RequestsWorkerModule } from '#requests';
import { StakeholdersWorkerModule } from '#stakeholders';
import { TopicsWorkerModule } from '#topics';
import { WorkerLoops } from './worker-loops.js';

/** The working side, without endpoints of its own but health and figures. `platform` brings database and jobs. */
@Module({})
export class WorkerModule {
  static with(platform: DynamicModule): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        platform,
        ReplyPublishersModule,
        AnswersWorkerModule,
        ColleaguesWorkerModule,
        ContactsWorkerModule,
        CrisisWorkerModule,
        CrmWorkerModule,
        DashboardWorkerModule,
        DrillsWorkerModule,
        EscalationWorkerModule,
        ImportsWorkerModule,
        LevelsWorkerModule,
        LiveWorkerModule,
        MentionsWorkerModule,
        NetworksWorkerModule,
        NotificationsWorkerModule,
        RepliesWorkerModule,
        RequestsWorkerModule,
        StakeholdersWorkerModule,
        TopicsWorkerModule,
      ],
      providers: [WorkerLoops],
    };
  }
}
