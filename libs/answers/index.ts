export * from './answers-worker.js';
export * from './answers.module.js';
export * from './approvals.service.js';
export * from './approved-variant.js';
export * from './drafts.service.js';
export * from './entities.js';
export * from './library.service.js';
export * from './suggestions.service.js';
