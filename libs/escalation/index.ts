export * from './close-reopen.js';
export * from './engine.js';
export * from './entities.js';
export * from './escalation-record.js';
export * from './escalation-worker.js';
export * from './escalation.module.js';
export * from './open-escalation.js';
