import { Inject, Injectable, Logger } from '@nestjs/common';
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { JOB_QUEUE, type JobHandlers, type JobQueue, type WorkerPart } from '#platform/jobs';

const RECONCILE_MS = 15_000;

/** Runs what the domain areas give the worker to do, until it is told to stop. */
@Injectable()
export class WorkerLoops {
  private readonly logger = new Logger('worker');
  private readonly stopping = new AbortController();
  private running: Promise<void>[] = [];

  constructor(@Inject(JOB_QUEUE) private readonly jobs: JobQueue) {
    // Every loop waits for the same end.
    setMaxListeners(0, this.stopping.signal);
  }

  async start(parts: readonly WorkerPart[]): Promise<void> {
    const handlers: JobHandlers = Object.assign({}, ...parts.map((part) => part.handlers ?? {}));
    await this.jobs.start(handlers);
    const due = parts.flatMap((part) => Object.entries(part.due ?? {}));
    const ticks = [
      ...parts.flatMap((part) => part.ticks ?? []),
      { name: 'reconciliation', everyMs: RECONCILE_MS, run: () => this.reconcile(due) },
    ];
    const loops = parts.flatMap((part) => part.loops ?? []);
    this.running = [
      ...ticks.map((tick) => this.repeat(tick.name, tick.everyMs, tick.run.bind(tick))),
      ...loops.map((loop) => this.repeat(loop.name, 1000, loop.run.bind(loop))),
    ];
  }

  /** Lets what is under way come to its end, starts nothing new. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  private async reconcile(due: readonly [string, () => Promise<string[]>][]): Promise<void> {
    for (const [kind, find] of due) {
      for (const id of await find()) await this.jobs.enqueue({ kind, id, ifAbsent: true });
    }
  }

  private async repeat(
    name: string,
    everyMs: number,
    run: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await run(signal);
      } catch (error) {
        if (!signal.aborted)
          this.logger.error(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
      }
      // Workers that started together drift apart, so that they do not all look at the same rows at once.
      await sleep(everyMs * (0.9 + Math.random() * 0.2), undefined, { signal }).catch(() => undefined);
    }
  }
}
