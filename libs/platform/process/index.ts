export * from './platform.module.js';
export * from './stop-on-signals.js';
