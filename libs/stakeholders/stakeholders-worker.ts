import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WorkerPart } from '#platform/jobs';
import { attachByRules } from './attach-by-rules.js';
import { remindContacts } from './remind-contacts.js';

const LOOK_EVERY_MS = 2_000;
const REMIND_EVERY_MS = 30_000;

/** Attaches authors by rules, as they arrive and as rules are made; reminds owners of contacts that are due. */
@Injectable()
export class StakeholdersWorker {
  constructor(private readonly dataSource: DataSource) {}

  part(): WorkerPart {
    return {
      ticks: [
        {
          name: 'authors by the rules of stakeholders',
          everyMs: LOOK_EVERY_MS,
          run: async (signal) => {
            while (!signal.aborted && (await attachByRules(this.dataSource)) > 0);
          },
        },
        {
          name: 'contacts with stakeholders that are due',
          everyMs: REMIND_EVERY_MS,
          run: async () => {
            await remindContacts(this.dataSource, new Date());
          },
        },
      ],
    };
  }
}
