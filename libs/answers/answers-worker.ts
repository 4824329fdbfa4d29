import { Injectable } from '@nestjs/common';
import type { WorkerPart } from '#platform/jobs';
import { ApprovalsService } from './approvals.service.js';

const EXPIRE_EVERY_MS = 20_000;

/** Closes answers whose validity is over. Nothing waits for it: what may be published is decided at that moment. */
@Injectable()
export class AnswersWorker {
  constructor(private readonly approvals: ApprovalsService) {}

  part(): WorkerPart {
    return {
      ticks: [
        {
          name: 'answers that expire',
          everyMs: EXPIRE_EVERY_MS,
          run: async () => void (await this.approvals.expire()),
        },
      ],
    };
  }
}
