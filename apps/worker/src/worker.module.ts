import { type DynamicModule, Module } from '@nestjs/common';
import { AnswersWorkerModule } from '#answers';
import { ImportsWorkerModule } from '#imports';
import { LevelsWorkerModule } from '#levels';
import { MentionsWorkerModule } from '#mentions';
import { NetworksWorkerModule, ReplyPublishersModule } from '#networks';
import { LiveWorkerModule } from '#platform/live';
import { RepliesWorkerModule } from '#replies';
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
        ImportsWorkerModule,
        LevelsWorkerModule,
        LiveWorkerModule,
        MentionsWorkerModule,
        NetworksWorkerModule,
        RepliesWorkerModule,
        TopicsWorkerModule,
      ],
      providers: [WorkerLoops],
    };
  }
}
