/** The rules of incidents, also for the console. */
export * from './life-cycles.js';
export * from './targets.js';
export * from './waits-for.js';
