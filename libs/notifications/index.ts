export * from './action-handler.js';
export * from './entities.js';
export * from './exercise-mark.js';
export type { ActionKind, NoticeKind } from './notice-kinds.js';
export * from './notifications-worker.js';
export * from './notifications.module.js';
export * from './notify.js';
export * from './planned-telling.js';
export { silenceDrill } from './silence-drill.js';
