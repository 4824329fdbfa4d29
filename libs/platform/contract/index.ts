export * from './endpoint.js';
export * from './fields.js';
export * from './live-event.js';
export * from './permissions.js';
export * from './problem.js';
