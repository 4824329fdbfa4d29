import { Module } from '@nestjs/common';
import { ConnectorRegistry } from './connector-registry.js';
import { SourceController, TrainingController } from './networks.controller.js';
import { SourceService } from './source.service.js';
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
