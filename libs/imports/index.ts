export * from './entities.js';
export * from './imports.module.js';
