import { BullQueue } from './bullmq-queue.js';
import { GraphileQueue } from './graphile-queue.js';
import type { JobQueue } from './job-queue.js';

export interface JobQueueOptions {
  databaseUrl: string;
  /** Set: jobs run on BullMQ. Not set: in the database, by graphile-worker. */
  redisUrl: string | undefined;
  log: (line: string) => void;
  /** Jobs that one process runs at a time. */
  concurrency?: number;
}

export function createJobQueue({ databaseUrl, redisUrl, log, concurrency = 4 }: JobQueueOptions): JobQueue {
  return redisUrl
    ? new BullQueue({ redisUrl, concurrency, log })
    : new GraphileQueue({ databaseUrl, concurrency, log });
}
