import { Module } from '@nestjs/common';
import { ConnectorRegistry } from './connector-registry.js';
import { SourceController, TrainingController } from './networks.controller.js';
import { NetworksWorker } from './networks-worker.js';
import { PullSource } from './pull-source.job.js';
import { SourceService } from './source.service.js';
import { ScenarioPlayer } from './training/scenario-player.js';
import { ScenarioService } from './training/scenario.service.js';
import { TrainingGateway } from './training/training-gateway.js';
import { TrainingNetwork } from './training/training-network.js';

/** Connectors and the training network, without HTTP. */
@Module({
  providers: [ConnectorRegistry, TrainingGateway, TrainingNetwork],
  exports: [ConnectorRegistry, TrainingNetwork],
})
export class NetworksModule {}

@Module({
  imports: [NetworksModule],
  controllers: [SourceController, TrainingController],
  providers: [SourceService, ScenarioService],
})
export class NetworksHttpModule {}

/** For the worker: reads sources and plays scenarios. */
@Module({
  imports: [NetworksModule],
  providers: [NetworksWorker, PullSource, ScenarioPlayer],
  exports: [NetworksWorker],
})
export class NetworksWorkerModule {}
