import { Injectable } from '@nestjs/common';
import type { WorkerPart } from '#platform/jobs';
import { ApprovalsService } from './approvals.service.js';
import { ExchangeService } from './exchange.service.js';
import { RemindersService } from './reminders.service.js';

const EXPIRE_EVERY_MS = 20_000;
const REMIND_EVERY_MS = 60_000;
const FORGET_EVERY_MS = 3_600_000;

/**
 * Closes answers whose validity is over, and reminds of the dates of those in force. Nothing waits for the closing: what
 * may be published is decided at that moment.
 */
@Injectable()
export class AnswersWorker {
  constructor(
    private readonly approvals: ApprovalsService,
    private readonly reminders: RemindersService,
    private readonly exchange: ExchangeService,
  ) {}

  part(): WorkerPart {
    return {
      ticks: [
        {
          name: 'answers that expire',
          everyMs: EXPIRE_EVERY_MS,
          run: async () => void (await this.approvals.expire()),
        },
        {
          name: 'answers to be reminded of',
          everyMs: REMIND_EVERY_MS,
          run: async () => void (await this.reminders.remind(new Date())),
        },
        {
          name: 'library files never applied',
          everyMs: FORGET_EVERY_MS,
          run: async () => void (await this.exchange.forget(new Date())),
        },
      ],
    };
  }
}
