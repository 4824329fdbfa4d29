import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WorkerPart } from '#platform/jobs';
import { endInvitations } from './end-invitations.js';

const LOOK_EVERY_MS = 2_000;

/** Ends invitations whose time is over, whose mention needs no answer any more, or whose reply did not go out. */
@Injectable()
export class ColleaguesWorker {
  constructor(private readonly dataSource: DataSource) {}

  part(): WorkerPart {
    return {
      ticks: [
        {
          name: 'invitations to answer',
          everyMs: LOOK_EVERY_MS,
          run: async () => void (await endInvitations(this.dataSource, new Date())),
        },
      ],
    };
  }
}
