import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AnswersHttpModule } from '#answers';
import { AuditHttpModule } from '#audit';
import { ClassificationHttpModule } from '#classification';
import { EscalationHttpModule } from '#escalation';
import { IdentityHttpModule } from '#identity';
import { ImportsHttpModule } from '#imports';
import { MentionsHttpModule } from '#mentions';
import { NetworksHttpModule, ReplyPublishersModule } from '#networks';
import { AccessGuard, ProblemFilter, ResponseInterceptor } from '#platform/http';
import { LiveModule } from '#platform/live';
import { RepliesHttpModule } from '#replies';
import { RequestsHttpModule } from '#requests';
import { SystemHttpModule } from '#system';
import { TopicsHttpModule } from '#topics';

/** The HTTP side: every endpoint behind one guard that denies by default. `platform` brings database and jobs. */
@Module({})
export class ApiModule {
  static with(platform: DynamicModule): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        platform,
        ReplyPublishersModule,
        LiveModule,
        IdentityHttpModule,
        AuditHttpModule,
        ClassificationHttpModule,
        TopicsHttpModule,
        MentionsHttpModule,
        AnswersHttpModule,
        RepliesHttpModule,
        RequestsHttpModule,
        EscalationHttpModule,
        NetworksHttpModule,
        ImportsHttpModule,
        SystemHttpModule,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: ResponseInterceptor },
      ],
    };
  }
}
