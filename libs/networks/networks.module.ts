import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Seals } from '#platform/sealing';
import { REPLY_PUBLISHERS } from '#replies';
import { AccessEndings } from './access-endings.js';
import { BackfillSource } from './backfill-source.job.js';
import { BackfillsService } from './backfills.service.js';
import { ConnectorRegistry } from './connector-registry.js';
import { EraseSource } from './erase-source.job.js';
import { StoredHostTurns } from './feed/stored-host-turns.js';
import { FollowTopics } from './following/follow-topics.job.js';
import { FollowingService } from './following/following.service.js';
import { StreamRules } from './following/stream-rules.js';
import { TakeRulesAway } from './following/take-rules-away.job.js';
import { HookController } from './hook/hook.controller.js';
import { HookDeliveries } from './hook/hook-deliveries.service.js';
import { StreamLeases } from './live/stream-leases.js';
import { StreamSources } from './live/stream-sources.js';
import { LookForGone } from './look-for-gone.job.js';
import { SourceController, TrainingController } from './networks.controller.js';
import { MetaDeliveries } from './meta/meta-deliveries.service.js';
import { MetaHookController } from './meta/meta-hook.controller.js';
import { NetworksWorker } from './networks-worker.js';
import { PullSource } from './pull-source.job.js';
import { StoredQuotaLedger } from './quota/stored-quota-ledger.js';
import { replyPublishers } from './reply-publishers.js';
import { SourceAccess } from './source-access.js';
import { SourceService } from './source.service.js';
import { ScenarioPlayer } from './training/scenario-player.js';
import { ScenarioService } from './training/scenario.service.js';
import { TrainingFaults } from './training/training-faults.service.js';
import { TrainingGateway } from './training/training-gateway.js';
import { TrainingNetwork } from './training/training-network.js';
import { XDeliveries } from './x/x-deliveries.service.js';
import { XHookController } from './x/x-hook.controller.js';

/** Connectors and the training network, without HTTP. */
@Module({
  providers: [
    ConnectorRegistry,
    Seals,
    SourceAccess,
    StoredHostTurns,
    StoredQuotaLedger,
    TrainingGateway,
    TrainingNetwork,
  ],
  exports: [ConnectorRegistry, SourceAccess, TrainingNetwork],
})
export class NetworksModule {}

/** Gives the outbox its way to the networks, wherever replies are handled. */
@Global()
@Module({
  imports: [NetworksModule],
  providers: [
    {
      provide: REPLY_PUBLISHERS,
      useFactory: replyPublishers,
      inject: [ConnectorRegistry, DataSource, SourceAccess],
    },
  ],
  exports: [REPLY_PUBLISHERS],
})
export class ReplyPublishersModule {}

@Module({
  imports: [NetworksModule],
  controllers: [SourceController, HookController, MetaHookController, XHookController, TrainingController],
  providers: [
    SourceService,
    BackfillsService,
    FollowingService,
    HookDeliveries,
    MetaDeliveries,
    XDeliveries,
    ScenarioService,
    TrainingFaults,
  ],
})
export class NetworksHttpModule {}

/** For the worker: reads sources and plays scenarios. */
@Module({
  imports: [NetworksModule],
  providers: [
    NetworksWorker,
    AccessEndings,
    PullSource,
    BackfillSource,
    EraseSource,
    FollowTopics,
    LookForGone,
    ScenarioPlayer,
    StreamLeases,
    StreamRules,
    StreamSources,
    TakeRulesAway,
  ],
  exports: [NetworksWorker],
})
export class NetworksWorkerModule {}
