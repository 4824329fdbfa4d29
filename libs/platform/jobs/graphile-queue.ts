import {
  makeWorkerUtils,
  run,
  type Runner,
  runMigrations,
  type Task,
  type WorkerUtils,
} from 'graphile-worker';
import type { JobHandlers, JobHealth, JobQueue, JobRequest, JobTransaction } from './job-queue.js';

export interface GraphileOptions {
  databaseUrl: string;
  concurrency: number;
  log: (line: string) => void;
}

/** Jobs in the product's own database: enqueuing is part of the caller's transaction. */
export class GraphileQueue implements JobQueue {
  private runner: Runner | undefined;
  private utils: Promise<WorkerUtils> | undefined;

  constructor(private readonly options: GraphileOptions) {}

  async enqueue(request: JobRequest, within?: JobTransaction): Promise<void> {
    const add = `select graphile_worker.add_job($1, $2::json, run_at := $3::timestamptz, job_key := $4,
      queue_name := $5, max_attempts := 8, job_key_mode := 'replace')`;
    const values = [
      request.kind,
      JSON.stringify({ id: request.id }),
      request.runAt ?? new Date(),
      `${request.kind}:${request.id}`,
      request.lane ?? null,
    ];
    if (within) await within.manager.query(add, values);
    else await (await this.connected()).withPgClient((client) => client.query(add, values));
  }

  async start(handlers: JobHandlers): Promise<void> {
    const taskList: Record<string, Task> = {};
    for (const [kind, handler] of Object.entries(handlers)) {
      taskList[kind] = async (payload, helpers) => {
        const { id } = payload as { id: string };
        await handler({
          id,
          attempt: helpers.job.attempts,
          signal: helpers.abortSignal ?? new AbortController().signal,
        });
      };
    }
    this.runner = await run({
      connectionString: this.options.databaseUrl,
      concurrency: this.options.concurrency,
      taskList,
      noHandleSignals: true,
      pollInterval: 1000,
    });
  }

  async stop(): Promise<void> {
    await this.runner?.stop();
    this.runner = undefined;
    await (await this.utils)?.release();
    this.utils = undefined;
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
    const row = rows[0];
    return {
      driver: 'graphile-worker',
      waiting: Number(row?.waiting ?? 0),
      running: Number(row?.running ?? 0),
      failed: Number(row?.failed ?? 0),
    };
  }

  private connected(): Promise<WorkerUtils> {
    this.utils ??= makeWorkerUtils({ connectionString: this.options.databaseUrl });
    return this.utils;
  }
}

/** Makes or updates the tables of the job runner. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl });
}
