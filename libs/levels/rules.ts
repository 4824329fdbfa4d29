/** The pure rules of crisis levels, also for the console. */
export * from './spike-detector.js';
export * from './spike-state.js';
