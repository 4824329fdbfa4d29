import type { JobHandlers } from './job-queue.js';

/** Something that is looked after again and again; never overlaps itself within a process. */
export interface Tick {
  name: string;
  everyMs: number;
  run(signal: AbortSignal): Promise<void>;
}

/** What one domain area gives the worker to do. Every piece may run in any number of workers at once. */
export interface WorkerPart {
  /** By kind of job. */
  handlers?: JobHandlers;
  /** By kind of job: ids of rows that are due. A job is added for each, so that no lost job loses work. */
  due?: Readonly<Record<string, () => Promise<string[]>>>;
  ticks?: readonly Tick[];
  /** A loop that runs until the signal is aborted. */
  loops?: readonly { name: string; run(signal: AbortSignal): Promise<void> }[];
}
