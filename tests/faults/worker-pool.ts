import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Step } from './reply-plan.js';

const PROGRAM = fileURLToPath(new URL('./reply-worker.js', import.meta.url));

export interface ReachedStep {
  worker: string;
  step: Step;
  replyId: string;
  /** Lets the worker go on. */
  go(): void;
}

/** Worker processes that are replaced as soon as they end, with one in reserve so that the work never stands still. */
export class WorkerPool {
  /** Processes that ended without being killed by us. */
  crashed = 0;
  private readonly processes = new Map<string, ChildProcess>();
  private count = 0;
  private closing = false;

  constructor(
    private readonly size: number,
    private readonly environment: Record<string, string>,
    private readonly onStep: (reached: ReachedStep) => void,
  ) {}

  async start(): Promise<void> {
    await Promise.all(Array.from({ length: this.size }, () => this.add()));
  }

  /** SIGKILL: nothing of the process runs any more. */
  kill(worker: string): void {
    const process = this.processes.get(worker);
    this.processes.delete(worker);
    process?.kill('SIGKILL');
    if (!this.closing) void this.add();
  }

  async close(): Promise<void> {
    this.closing = true;
    const ended = [...this.processes.values()].map(
      (process) => new Promise<void>((resolve) => process.once('exit', () => resolve())),
    );
    for (const process of this.processes.values()) process.kill('SIGKILL');
    await Promise.race([Promise.all(ended), sleep(5000)]);
  }

  private add(): Promise<void> {
    this.count += 1;
    const worker = `fault-worker-${this.count}`;
    const child = fork(PROGRAM, [], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, ...this.environment, WORKER_NAME: worker },
    });
    this.processes.set(worker, child);
    child.once('exit', () => {
      if (!this.processes.delete(worker) || this.closing) return;
      this.crashed += 1;
      void this.add();
    });
    return new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.on('message', (message: { ready?: true; step?: Step; replyId?: string; number?: number }) => {
        if (message.ready) return resolve();
        const { step, replyId, number } = message;
        if (!step || replyId === undefined) return;
        const go = () => {
          if (child.connected && this.processes.has(worker)) child.send({ go: number }, () => undefined);
        };
        this.onStep({ worker, step, replyId, go });
      });
    });
  }
}
