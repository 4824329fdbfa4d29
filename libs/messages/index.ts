export { draftMessage, type MessagePlace } from './draft-message.js';
export * from './entities.js';
export * from './message-approvals.service.js';
export * from './message-drafts.service.js';
export { messageFigures, type MessageScope } from './message-figures.js';
export { messageOverview } from './message-overview.js';
export { type MessageIndex, MessageIndexCache } from './message-index.js';
export * from './messages.module.js';
export { leaveAllPickUp, leavePickUp, recordPickUp, type SearchedMention } from './pick-up.js';
