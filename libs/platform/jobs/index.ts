export * from './create-job-queue.js';
export { migrateJobs } from './graphile-queue.js';
export * from './job-queue.js';
export * from './worker-part.js';
