export * from './classify-batch.js';
export * from './drain-queue.js';
export * from './entities.js';
export type { IncomingMention } from './incoming-mention.js';
export * from './intake.js';
export { retryFailed } from './queue-claim.js';
