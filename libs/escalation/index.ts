export { acknowledge } from './ask-acts.js';
export * from './close-reopen.js';
export { decideAsk } from './decide-ask.js';
export * from './engine.js';
export * from './entities.js';
export * from './escalation-record.js';
export * from './escalation-worker.js';
export * from './escalation.module.js';
export * from './open-escalation.js';
