/** A piece of work of some kind on some row. It carries the row's id and nothing else. */
export interface JobRequest {
  kind: string;
  id: string;
  /** Not before; at once unless told. */
  runAt?: Date;
  /**
   * Leave alone what stands there already for the same row. Without it, a waiting job is moved to `runAt` and a job
   * that runs at this moment is run once more afterwards, so that no wake-up is lost.
   */
  ifAbsent?: boolean;
}

/** What a driver needs of a transaction: statements inside it, and a call once it is committed. */
export interface JobTransaction {
  readonly manager: { query(sql: string, parameters?: unknown[]): Promise<unknown> };
  afterCommit(action: () => Promise<void> | void): void;
}

export interface JobContext {
  id: string;
  /** From 1. */
  attempt: number;
  /** Aborted when the process is to stop. */
  signal: AbortSignal;
}

/**
 * Reads the row, checks its state, does the work. The same job may be run again at any time, even while a first run
 * of it is not over: claiming the row is the handler's business.
 */
export type JobHandler = (context: JobContext) => Promise<void>;
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export interface JobHealth {
  driver: string;
  waiting: number;
  running: number;
  /** Tried as often as allowed and given up. */
  failed: number;
}

/**
 * Background work that rows ask for. Jobs are only a way to be quick: every row says by itself when it is due, and a
 * reconciliation pass adds the job again when it was lost.
 */
export interface JobQueue {
  /** Adds a job. With `within`, nothing is added when that transaction is rolled back. */
  enqueue(request: JobRequest, within?: JobTransaction): Promise<void>;
  /** Begins to run jobs; processes that only enqueue never call it. A failed job is tried again, later each time. */
  start(handlers: JobHandlers): Promise<void>;
  /** Takes no new job and waits for those that run, for some seconds. */
  stop(): Promise<void>;
  health(): Promise<JobHealth>;
}

export const JOB_QUEUE = Symbol('JobQueue');

/** A job is tried this often before it is given up. */
export const MAX_ATTEMPTS = 8;
/** A job that runs for longer than this is taken for one of a process that died, and may be added again. */
export const STALE_MS = 120_000;
