import { GraphileQueue } from './graphile-queue.js';
import type { JobQueue } from './job-queue.js';

export interface JobQueueOptions {
  databaseUrl: string;
  redisUrl: string | undefined;
  log: (line: string) => void;
  concurrency?: number;
}

export function createJobQueue(options: JobQueueOptions): JobQueue {
  return new GraphileQueue({
    databaseUrl: options.databaseUrl,
    concurrency: options.concurrency ?? 4,
    log: options.log,
  });
}
