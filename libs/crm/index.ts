export * from './crm-worker.js';
export * from './crm.module.js';
export * from './entities.js';
