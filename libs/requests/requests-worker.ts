import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WorkerPart } from '#platform/jobs';
import { followAllAnswers } from './follow-answer.js';
import { fulfilHandled } from './fulfil-handled.js';
import { proposeArrivals } from './propose-arrivals.js';
import { tellOverdueRequests } from './tell-overdue.js';

const LOOK_EVERY_MS = 2_000;

/** Keeps requests where their answers and mentions are, and proposes similar mentions as they arrive. */
@Injectable()
export class RequestsWorker {
  constructor(private readonly dataSource: DataSource) {}

  part(): WorkerPart {
    return {
      ticks: [
        { name: 'answers asked for', everyMs: LOOK_EVERY_MS, run: () => this.catchUp() },
        {
          name: 'mentions like those asked about',
          everyMs: LOOK_EVERY_MS,
          run: (signal) => this.propose(signal),
        },
      ],
    };
  }

  private async catchUp(): Promise<void> {
    await followAllAnswers(this.dataSource);
    await fulfilHandled(this.dataSource);
    await tellOverdueRequests(this.dataSource, new Date());
  }

  private async propose(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await proposeArrivals(this.dataSource)));
  }
}
