export * from './channel-kinds.js';
export * from './delivery-life-cycle.js';
export * from './notice-kinds.js';
export * from './notice-words.js';
export * from './preference.js';
export * from './quiet-hours.js';
