/** The pure rules of crisis levels, also for the console. */
export * from './advance-topic.js';
export * from './fingerprint.js';
export * from './level-movement.js';
export * from './level-settings.js';
export * from './spike-detector.js';
export * from './spike-state.js';
export * from './topic-score.js';
export * from './topic-voices.js';
