import { Inject, Injectable } from '@nestjs/common';
import { JOB_QUEUE, type JobQueue, type WorkerPart } from '#platform/jobs';
import { PULL_SOURCE, PullSource } from './pull-source.job.js';
import { ScenarioPlayer } from './training/scenario-player.js';

/** How often due sources are looked for: what a person sees as "at once". */
const LOOK_EVERY_MS = 1000;

/** Reading sources, and playing scenarios on the training network. */
@Injectable()
export class NetworksWorker {
  constructor(
    private readonly pull: PullSource,
    private readonly player: ScenarioPlayer,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  part(): WorkerPart {
    return {
      handlers: { [PULL_SOURCE]: ({ id, signal }) => this.pull.run(id, signal) },
      due: { [PULL_SOURCE]: () => this.pull.due() },
      ticks: [
        { name: 'due sources', everyMs: LOOK_EVERY_MS, run: () => this.enqueueDue() },
        { name: 'scenario', everyMs: 500, run: async () => void (await this.player.tick()) },
      ],
    };
  }

  private async enqueueDue(): Promise<void> {
    for (const id of await this.pull.due())
      await this.jobs.enqueue({ kind: PULL_SOURCE, id, ifAbsent: true });
  }
}
