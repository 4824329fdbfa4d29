export * from './entities.js';
export type { ActionKind, NoticeKind } from './notice-kinds.js';
export * from './notify.js';
