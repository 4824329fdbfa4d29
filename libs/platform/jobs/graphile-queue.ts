import {
  Logger,
  makeWorkerUtils,
  run,
  type Runner,
  runMigrations,
  type Task,
  type WorkerUtils,
  type WorkerEvents,
} from 'graphile-worker';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type JobHandlers,
  type JobHealth,
  type JobQueue,
  type JobRequest,
  type JobTransaction,
  MAX_ATTEMPTS,
  STALE_MS,
} from './job-queue.js';

export interface GraphileOptions {
  databaseUrl: string;
  concurrency: number;
  log: (line: string) => void;
  /** How often the table is looked at when nothing wakes us, in milliseconds. */
  pollMs?: number;
}

/** Between two starts of the runner while the database cannot be reached. */
const RELAUNCH_MS = 1000;

/** Jobs in the product's own database: enqueuing is part of the caller's transaction. */
export class GraphileQueue implements JobQueue {
  private runner: Runner | undefined;
  private stopping = false;
  private utils: Promise<WorkerUtils> | undefined;

  constructor(private readonly options: GraphileOptions) {}

  async enqueue(request: JobRequest, within?: JobTransaction): Promise<void> {
    const values = [
      request.kind,
      JSON.stringify({ id: request.id }),
      request.runAt ?? null,
      `${request.kind}:${request.id}`,
      MAX_ATTEMPTS,
      request.ifAbsent ?? false,
      STALE_MS,
    ];
    if (within) {
      await within.manager.query(ADD_JOB, values);
      return;
    }
    const utils = await this.connected();
    await utils.withPgClient((client) => client.query(ADD_JOB, values));
  }

  async start(handlers: JobHandlers): Promise<void> {
    const taskList: Record<string, Task> = {};
    for (const [kind, handler] of Object.entries(handlers)) {
      taskList[kind] = async (payload, helpers) => {
        const { id } = payload as { id: string };
        const signal = helpers.abortSignal ?? new AbortController().signal;
        await handler({ id, attempt: helpers.job.attempts, signal });
      };
    }
    this.stopping = false;
    await this.launch(taskList);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    // A runner that gave up by itself says that it is stopped already.
    await this.runner?.stop().catch(() => undefined);
    this.runner = undefined;
    await (await this.utils)?.release();
    this.utils = undefined;
  }

  private async launch(taskList: Record<string, Task>): Promise<void> {
    const events = new EventEmitter() as WorkerEvents;
    let over = false;
    const ended = () => {
      if (!over) void this.relaunch(taskList);
      over = true;
    };
    // A runner that gives up first waits for the jobs in its hands, which may wait themselves: the next one does not.
    events.once('pool:gracefulShutdown', ended);
    events.once('pool:forcefulShutdown', ended);
    const runner = await run({
      events,
      connectionString: this.options.databaseUrl,
      concurrency: this.options.concurrency,
      taskList,
      parsedCronItems: [],
      noHandleSignals: true,
      pollInterval: this.options.pollMs ?? 1000,
      logger: this.logger(),
      // Otherwise a job whose end cannot be written down, because the database went away just then, is a rejection that
      // nobody handles, and ends the process; so it is tried again, for minutes.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    this.runner = runner;
    runner.promise.then(ended, ended);
  }

  /** The runner gives up when the database is away for too long at the wrong moment; the process must not. */
  private async relaunch(taskList: Record<string, Task>): Promise<void> {
    while (!this.stopping) {
      this.options.log('jobs: the runner has stopped by itself; it is started again');
      try {
        return await this.launch(taskList);
      } catch (error) {
        this.options.log(`jobs: ${error instanceof Error ? error.message : String(error)}`);
        await sleep(RELAUNCH_MS);
      }
    }
  }

  async health(): Promise<JobHealth> {
    const utils = await this.connected();
    const { rows } = await utils.withPgClient((client) =>
      client.query<{ waiting: string; running: string; failed: string }>(
        `select count(*) filter (where locked_at is null and attempts < max_attempts) as waiting,
           count(*) filter (where locked_at is not null) as running,
           count(*) filter (where locked_at is null and attempts >= max_attempts) as failed
         from graphile_worker.jobs`,
      ),
    );
    const [row] = rows;
    return {
      driver: 'graphile-worker',
      waiting: Number(row?.waiting ?? 0),
      running: Number(row?.running ?? 0),
      failed: Number(row?.failed ?? 0),
    };
  }

  private connected(): Promise<WorkerUtils> {
    this.utils ??= makeWorkerUtils({ connectionString: this.options.databaseUrl, logger: this.logger() });
    return this.utils;
  }

  /** Only what a person should see: every finished job would drown it. */
  private logger(): Logger {
    return new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') this.options.log(`jobs: ${message}`);
    });
  }
}

/**
 * A job of a dead process stays locked for hours; the same key then gets a new job, and the old one, having lost its
 * key, finds nothing to do when it comes back.
 */
const ADD_JOB = `
  select graphile_worker.add_job($1, $2::json, run_at := $3::timestamptz, job_key := $4, max_attempts := $5::int,
    job_key_mode := 'replace')
  where not ($6::boolean and exists (
    select from graphile_worker.jobs
    where key = $4 and attempts < max_attempts
      and (locked_at is null or locked_at > now() - $7::int * interval '1 millisecond')))`;

/** Makes or updates the tables of the job runner. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  await runMigrations({
    connectionString: databaseUrl,
    logger: new Logger(() => () => undefined),
  });
}
