/** The pure rules of drills, also for the console. */
export * from './caused-kinds.js';
export * from './criteria.js';
export * from './drill-clock.js';
export * from './due-injects.js';
export * from './facts.js';
export * from './life-cycle.js';
export * from './outcomes.js';
export * from './ready-scenarios.js';
export * from './scenario-clock.js';
