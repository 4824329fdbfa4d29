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

export async function createJobQueue(options: JobQueueOptions): Promise<JobQueue> {
  const { databaseUrl, redisUrl, log, concurrency = 4 } = options;
  if (!redisUrl) return new GraphileQueue({ databaseUrl, concurrency, log });
  // Where there is no Redis, its two hundred files are not loaded at every start.
  const { BullQueue } = await import('./bullmq-queue.js');
  return new BullQueue({ redisUrl, concurrency, log });
}
