export * from './check-messages.js';
export * from './find-message.js';
export * from './message-map.js';
export * from './message-words.js';
