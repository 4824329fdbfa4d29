export * from './system.module.js';
export * from './version.js';
