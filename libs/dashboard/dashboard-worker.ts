import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WorkerPart } from '#platform/jobs';
import { tellLevelChanges, tellNextMorning } from './send-situation.js';

const MORNINGS_EVERY_MS = 20_000;
const LEVELS_EVERY_MS = 5_000;

/** Tells of the situation those who asked for it. */
@Injectable()
export class DashboardWorker {
  constructor(private readonly dataSource: DataSource) {}

  part(): WorkerPart {
    return {
      ticks: [
        {
          name: 'situation of the morning',
          everyMs: MORNINGS_EVERY_MS,
          run: async (signal) => {
            while (!signal.aborted && (await tellNextMorning(this.dataSource, new Date())));
          },
        },
        {
          name: 'situation when a level moved',
          everyMs: LEVELS_EVERY_MS,
          run: () => tellLevelChanges(this.dataSource, new Date()),
        },
      ],
    };
  }
}
