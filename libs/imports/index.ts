export * from './entities.js';
export { FileUnreadable } from './file-record.js';
export * from './import-runner.js';
export * from './imports.module.js';
export { ImportsWorker } from './imports-worker.js';
export * from './mapping.js';
export * from './mapping-store.js';
export * from './start-file-import.js';
