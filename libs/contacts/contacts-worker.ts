import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WorkerPart } from '#platform/jobs';
import { findProposals } from './find-proposals.js';

const LOOK_EVERY_MS = 2_000;

/** Looks for authors who may be one person, as they arrive. */
@Injectable()
export class ContactsWorker {
  constructor(private readonly dataSource: DataSource) {}

  part(): WorkerPart {
    return {
      ticks: [
        {
          name: 'authors who may be one person',
          everyMs: LOOK_EVERY_MS,
          run: async (signal) => {
            while (!signal.aborted && (await findProposals(this.dataSource)) > 0);
          },
        },
      ],
    };
  }
}
