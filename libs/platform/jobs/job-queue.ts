/** A piece of work of some kind on some row. It carries the row's id and nothing else. */
export interface JobRequest {
  kind: string;
  id: string;
  /** Not before; at once unless told. */
  runAt?: Date;
  /** Name of the network or the like: jobs of one lane run one after another. */
  lane?: string;
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

export type JobHandler = (context: JobContext) => Promise<void>;
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export interface JobHealth {
  driver: string;
  waiting: number;
  running: number;
  failed: number;
}

export interface JobQueue {
  enqueue(request: JobRequest, within?: JobTransaction): Promise<void>;
  start(handlers: JobHandlers): Promise<void>;
  stop(): Promise<void>;
  health(): Promise<JobHealth>;
}

export const JOB_QUEUE = Symbol('JobQueue');
