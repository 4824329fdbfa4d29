export * from './french-spaces.js';
