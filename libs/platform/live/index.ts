export * from './event.entity.js';
export * from './event-reader.js';
export * from './live-event.js';
export * from './live-hub.js';
export * from './live.module.js';
export * from './publish.js';
export * from './sweep-events.js';
