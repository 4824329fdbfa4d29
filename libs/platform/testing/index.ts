export * from './test-database.js';
export * from './emptying.js';
