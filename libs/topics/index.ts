export * from './counter-moves.js';
export * from './entities.js';
export { addTopic, type TopicFields } from './topic-change.js';
export * from './topic-document.js';
export { rematchTopic } from './topic-rematch.js';
export * from './topic-set.js';
export * from './topic.entity.js';
