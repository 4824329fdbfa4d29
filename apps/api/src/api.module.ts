import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AnswersHttpModule } from '#answers';
import { AuditHttpModule } from '#audit';
import { ClassificationHttpModule } from '#classification';
import { ColleaguesHttpModule } from '#colleagues';
import { ContactsHttpModule } from '#contacts';
import { CrisisHttpModule } from '#crisis';
import { CrmHttpModule } from '#crm';
import { DashboardHttpModule } from '#dashboard';
import { DrillsHttpModule } from '#drills';
import { EscalationHttpModule } from '#escalation';
import { FundamentalsHttpModule } from '#fundamentals';
import { IdentityHttpModule } from '#identity';
import { ImportsHttpModule } from '#imports';
import { LevelsHttpModule } from '#levels';
import { MessagesHttpModule } from '#messages';
import { MentionsHttpModule } from '#mentions';
import { NetworksHttpModule, ReplyPublishersModule } from '#networks';
import { NotificationsHttpModule } from '#notifications';
import { AccessGuard, ProblemFilter, ResponseInterceptor } from '#platform/http';
import { LiveModule } from '#platform/live';
import { RepliesHttpModule } from '#replies';
import { AskingMentionsModule, RequestsHttpModule } from '#requests';
import { StakeholdersHttpModule } from '#stakeholders';
import { SystemHttpModule } from '#system';
import { TopicsHttpModule } from '#topics';
import { WorkshopsHttpModule } from '#workshops';

/** The HTTP side: every endpoint behind one guard that denies by default. `platform` brings database and jobs. */
@Module({})
export class ApiModule {
  static with(platform: DynamicModule): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        platform,
        ReplyPublishersModule,
        AskingMentionsModule,
        LiveModule,
        IdentityHttpModule,
        AuditHttpModule,
        ClassificationHttpModule,
        DashboardHttpModule,
        LevelsHttpModule,
        MessagesHttpModule,
        TopicsHttpModule,
        ContactsHttpModule,
        CrmHttpModule,
        MentionsHttpModule,
        AnswersHttpModule,
        RepliesHttpModule,
        NotificationsHttpModule,
        RequestsHttpModule,
        EscalationHttpModule,
        CrisisHttpModule,
        NetworksHttpModule,
        ImportsHttpModule,
        StakeholdersHttpModule,
        SystemHttpModule,
        WorkshopsHttpModule,
        ColleaguesHttpModule,
        FundamentalsHttpModule,
        DrillsHttpModule,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: ResponseInterceptor },
      ],
    };
  }
}
