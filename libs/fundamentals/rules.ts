/** The lessons and the pure rules about them, also for the console. */
export * from './evidence.js';
export * from './lesson.js';
export * from './lessons.js';
export * from './needs.js';
export * from './progress.js';
export * from './rehearsed-by.js';
