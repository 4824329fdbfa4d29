import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WorkerPart } from '#platform/jobs';
import { evaluateDue, sweepMinutes } from './evaluate-due.js';

const EVALUATE_EVERY_MS = 2000;
const SWEEP_EVERY_MS = 3_600_000;

/** Evaluates the levels of topics: each minute, and at once when something severe came in. */
@Injectable()
export class LevelsWorker {
  constructor(private readonly dataSource: DataSource) {}

  part(): WorkerPart {
    return {
      ticks: [
        {
          name: 'levels of topics',
          everyMs: EVALUATE_EVERY_MS,
          run: async (signal) => void (await evaluateDue(this.dataSource, () => new Date(), signal)),
        },
        {
          name: 'minutes of topics',
          everyMs: SWEEP_EVERY_MS,
          run: () => sweepMinutes(this.dataSource, new Date()),
        },
      ],
    };
  }
}
