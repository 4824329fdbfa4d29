export * from './connector.js';
export * from './connector-registry.js';
export * from './entities.js';
export * from './networks.module.js';
export * from './pull-source.job.js';
export { startScenario } from './training/scenario.service.js';
export * from './training/scenario-player.js';
export * from './training/training-network.js';
