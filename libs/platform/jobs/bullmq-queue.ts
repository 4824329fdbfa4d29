import { type Job, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import {
  type JobHandlers,
  type JobHealth,
  type JobQueue,
  type JobRequest,
  type JobTransaction,
  MAX_ATTEMPTS,
} from './job-queue.js';

export interface BullOptions {
  redisUrl: string;
  concurrency: number;
  log: (line: string) => void;
  /** Keeps installations that share a Redis apart; `passerelle` unless told. */
  prefix?: string;
  /** First pause after a failure, in milliseconds; doubled with each further one. */
  backoffMs?: number;
  /** A worker that has not renewed its lock for this long is taken for dead, in milliseconds. */
  lockMs?: number;
}

const QUEUE = 'jobs';

/**
 * Jobs in Redis, for installations of many processes. A job is added after the commit of the caller's transaction;
 * when the process dies between the two, or all of Redis is lost, the reconciliation pass adds it again.
 */
export class BullQueue implements JobQueue {
  private readonly connection: Redis;
  private readonly queue: Queue;
  private worker: Worker | undefined;
  private readonly stopping = new AbortController();

  constructor(private readonly options: BullOptions) {
    this.connection = connect(options);
    this.queue = new Queue(QUEUE, {
      connection: this.connection,
      prefix: options.prefix ?? 'passerelle',
      defaultJobOptions: {
        attempts: MAX_ATTEMPTS,
        backoff: { type: 'exponential', delay: options.backoffMs ?? 2000, jitter: 0.5 },
        removeOnComplete: true,
        removeOnFail: { count: 1000 },
      },
    });
    this.queue.on('error', (error) => options.log(`jobs: ${error.message}`));
  }

  async enqueue(request: JobRequest, within?: JobTransaction): Promise<void> {
    const add = async () => {
      await this.queue.add(
        request.kind,
        { id: request.id },
        {
          delay: request.runAt ? Math.max(0, request.runAt.getTime() - Date.now()) : 0,
          deduplication: {
            id: `${request.kind}:${request.id}`,
            // While one runs, the newest request is kept and run afterwards; a delayed one is moved.
            ...(request.ifAbsent ? {} : { keepLastIfActive: true, replace: true }),
          },
        },
      );
    };
    if (within) within.afterCommit(add);
    else await add();
  }

  async start(handlers: JobHandlers): Promise<void> {
    const worker = new Worker(QUEUE, (job: Job<{ id: string }>) => this.handle(handlers, job), {
      connection: connect(this.options),
      prefix: this.options.prefix ?? 'passerelle',
      concurrency: this.options.concurrency,
      lockDuration: this.options.lockMs ?? 30_000,
      stalledInterval: this.options.lockMs ?? 30_000,
    });
    worker.on('error', (error) => this.options.log(`jobs: ${error.message}`));
    worker.on('failed', (job, error) =>
      this.options.log(`jobs: ${job?.name} ${job?.data.id}: ${error.message}`),
    );
    this.worker = worker;
    await worker.waitUntilReady();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.worker?.close();
    await this.queue.close();
    this.connection.disconnect();
  }

  async health(): Promise<JobHealth> {
    const counts = await this.queue.getJobCounts('waiting', 'delayed', 'active', 'failed', 'prioritized');
    const count = (state: string) => counts[state] ?? 0;
    return {
      driver: 'bullmq',
      waiting: count('waiting') + count('delayed') + count('prioritized'),
      running: count('active'),
      failed: count('failed'),
    };
  }

  private async handle(handlers: JobHandlers, job: Job<{ id: string }>): Promise<void> {
    const handler = handlers[job.name];
    if (!handler) throw new Error(`nothing here handles ${job.name}`);
    await handler({ id: job.data.id, attempt: job.attemptsMade + 1, signal: this.stopping.signal });
  }
}

/** BullMQ wants its blocking connections to wait for as long as it takes. */
function connect(options: BullOptions): Redis {
  const redis = new Redis(options.redisUrl, { maxRetriesPerRequest: null });
  redis.on('error', (error) => options.log(`redis: ${error.message}`));
  return redis;
}
