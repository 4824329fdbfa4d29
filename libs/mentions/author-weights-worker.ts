import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WorkerPart } from '#platform/jobs';
import { reweighAuthors } from './reweigh-authors.js';

const LOOK_EVERY_MS = 1_000;

/** Weighs anew what authors posted lately, when who they speak for has changed. */
@Injectable()
export class AuthorWeightsWorker {
  constructor(private readonly dataSource: DataSource) {}

  part(): WorkerPart {
    return {
      ticks: [
        {
          name: 'weights of authors',
          everyMs: LOOK_EVERY_MS,
          // One batch a look: what stays because a classifier has it in hand must not make this turn without end.
          run: async () => {
            await reweighAuthors(this.dataSource);
          },
        },
      ],
    };
  }
}
