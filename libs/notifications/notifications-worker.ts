import { Injectable } from '@nestjs/common';
import type { WorkerPart } from '#platform/jobs';
import { DELIVER } from './deliver-job.js';
import { Deliver } from './deliver.job.js';
import { GatherNotices } from './gather-notices.js';

/** How often notices are looked for: what a person sees as "at once". */
const GATHER_EVERY_MS = 500;

/** Gathering notices, and sending what they become. */
@Injectable()
export class NotificationsWorker {
  constructor(
    private readonly gather: GatherNotices,
    private readonly deliver: Deliver,
  ) {}

  part(): WorkerPart {
    return {
      handlers: { [DELIVER]: ({ id }) => this.deliver.run(id) },
      due: { [DELIVER]: () => this.deliver.due() },
      ticks: [{ name: 'notices', everyMs: GATHER_EVERY_MS, run: async () => void (await this.gather.run()) }],
    };
  }
}
