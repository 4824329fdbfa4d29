/** What figures are and how they are said, also for the console. */
export * from './change-sentences.js';
export * from './changes.js';
export * from './definitions.js';
export * from './figure-scope.js';
export * from './figure-words.js';
