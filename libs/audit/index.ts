export * from './audit.module.js';
export * from './audit.service.js';
export * from './entities.js';
export * from './record-decision.js';
export * from './verify-chain.js';
