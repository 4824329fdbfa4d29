export * from './history.js';
export * from './library.js';
export * from './people.js';
export * from './scenario.js';
export * from './topics.js';
export * from './prepare-workspace.js';
