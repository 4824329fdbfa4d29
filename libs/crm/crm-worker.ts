import { Inject, Injectable } from '@nestjs/common';
import { JOB_QUEUE, type JobQueue, type WorkerPart } from '#platform/jobs';
import { CRM_PASS, CrmPass } from './crm-pass.job.js';

const LOOK_EVERY_MS = 1000;

/** Keeps contacts and the CRM in step. */
@Injectable()
export class CrmWorker {
  constructor(
    private readonly pass: CrmPass,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  part(): WorkerPart {
    return {
      handlers: { [CRM_PASS]: ({ id, signal }) => this.pass.run(id, signal) },
      due: { [CRM_PASS]: () => this.pass.due() },
      ticks: [
        { name: 'erased contacts and the CRM', everyMs: 5000, run: () => this.pass.forget() },
        {
          name: 'the CRM',
          everyMs: LOOK_EVERY_MS,
          run: async () => {
            for (const id of await this.pass.due())
              await this.jobs.enqueue({ kind: CRM_PASS, id, ifAbsent: true });
          },
        },
      ],
    };
  }
}
