/** The pure rules of workshops, also for the console. */
export * from './advice.js';
export * from './dots.js';
export * from './life-cycle.js';
export * from './methods.js';
export * from './own-method-key.js';
export * from './phase-clock.js';
export * from './plan-of-method.js';
export * from './rotations.js';
