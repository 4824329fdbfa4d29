export * from './notice-kinds.js';
export * from './notice-words.js';
export * from './preference.js';
