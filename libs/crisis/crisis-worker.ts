import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WorkerPart } from '#platform/jobs';
import { followLevels } from './proposals.js';
import { remindOverdue } from './remind-overdue.js';
import { resumeRisen } from './resume-risen.js';

const FOLLOW_MS = 2_000;
const REMIND_MS = 10_000;

/** Proposals follow the levels, and nothing overdue falls silent. Any number of workers share it. */
@Injectable()
export class CrisisWorker {
  constructor(private readonly dataSource: DataSource) {}

  part(): WorkerPart {
    return {
      ticks: [
        { name: 'proposals of incidents', everyMs: FOLLOW_MS, run: () => this.follow() },
        {
          name: 'what is overdue in incidents',
          everyMs: REMIND_MS,
          run: () => remindOverdue(this.dataSource, new Date()),
        },
      ],
    };
  }

  private async follow(): Promise<void> {
    const now = new Date();
    await followLevels(this.dataSource, now);
    await resumeRisen(this.dataSource, now);
  }
}
