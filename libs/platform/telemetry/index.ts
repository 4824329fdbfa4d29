export * from './metrics.js';
export * from './request-timing.js';
