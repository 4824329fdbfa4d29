export * from './test-database.js';
export * from './emptying.js';
export * from './test-server.js';
export * from './refusal.js';
export * from './until.js';
