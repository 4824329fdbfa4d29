import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '#platform/config';
import type { WorkerPart } from '#platform/jobs';
import { DELIVER } from './deliver-job.js';
import { Deliver } from './deliver.job.js';
import { GatherNotices } from './gather-notices.js';
import { sweepNotifications } from './sweep-notifications.js';

/** How often notices are looked for: what a person sees as "at once". */
const GATHER_EVERY_MS = 500;
const SWEEP_EVERY_MS = 3_600_000;

/** Gathering notices, and sending what they become. */
@Injectable()
export class NotificationsWorker {
  constructor(
    private readonly gather: GatherNotices,
    private readonly deliver: Deliver,
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'keepNotificationDays'>,
  ) {}

  part(): WorkerPart {
    return {
      handlers: { [DELIVER]: ({ id }) => this.deliver.run(id) },
      due: { [DELIVER]: () => this.deliver.due() },
      ticks: [
        { name: 'notices', everyMs: GATHER_EVERY_MS, run: async () => void (await this.gather.run()) },
        { name: 'old notifications', everyMs: SWEEP_EVERY_MS, run: (signal) => this.sweep(signal) },
      ],
    };
  }

  private async sweep(signal: AbortSignal): Promise<void> {
    await sweepNotifications(this.dataSource, this.config.keepNotificationDays, new Date(), signal);
  }
}
