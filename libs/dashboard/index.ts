export * from './dashboard-worker.js';
export * from './dashboard.module.js';
export * from './dashboard.service.js';
export * from './displays.service.js';
export * from './entities.js';
export { changeMailWishes } from './mail-wishes.js';
