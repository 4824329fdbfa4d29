import { Inject, Injectable } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '#platform/config';
import type { WorkerPart } from '#platform/jobs';
import { CARRY_OUT_ESCALATION, CarryOut } from './carry-out.job.js';
import { runDue } from './engine.js';
import { followMentions } from './follow-mentions.js';
import { followRequests } from './follow-requests.js';
import { followStakeholders } from './follow-stakeholders.js';
import { followTopics } from './follow-topics.js';
import { ESCALATION_CHANNEL } from './wake-engine.js';

const CYCLE_MS = 1000;
const FOLLOW_MS = 2000;

/** The timers of escalations. Any number of workers share them; none of them is needed in particular. */
@Injectable()
export class EscalationWorker {
  constructor(
    private readonly dataSource: DataSource,
    private readonly carryOut: CarryOut,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  part(): WorkerPart {
    return {
      handlers: { [CARRY_OUT_ESCALATION]: ({ id }) => this.carryOut.run(id) },
      due: { [CARRY_OUT_ESCALATION]: () => this.carryOut.due() },
      ticks: [
        {
          name: 'escalations follow mentions',
          everyMs: FOLLOW_MS,
          run: async () => void (await followMentions(this.dataSource, () => new Date())),
        },
        {
          name: 'escalations follow stakeholders',
          everyMs: FOLLOW_MS,
          run: async () => void (await followStakeholders(this.dataSource, () => new Date())),
        },
        {
          name: 'escalations follow missing answers',
          everyMs: FOLLOW_MS,
          run: async () => void (await followRequests(this.dataSource, () => new Date())),
        },
        {
          name: 'escalations follow levels of topics',
          everyMs: FOLLOW_MS,
          run: async () => void (await followTopics(this.dataSource, () => new Date())),
        },
      ],
      loops: [{ name: 'escalations', run: (signal) => this.cycle(signal) }],
    };
  }

  /** Every second, and at once when something was opened or moved. A lost connection is made anew by the next turn. */
  private async cycle(signal: AbortSignal): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'passerelle escalations',
    });
    // A lost connection is said more than once; nobody listening would end the process.
    const lost = new Promise<never>((_, reject) => client.on('error', reject));
    lost.catch(() => undefined);
    try {
      await client.connect();
      await client.query(`listen ${ESCALATION_CHANNEL}`);
      let woken: () => void = () => undefined;
      client.on('notification', () => woken());
      signal.addEventListener('abort', () => woken(), { once: true });
      while (!signal.aborted) {
        const pause = new Promise<void>((resolve) => {
          woken = resolve;
          setTimeout(resolve, CYCLE_MS);
        });
        await runDue(this.dataSource, () => new Date(), { signal });
        await Promise.race([pause, lost]);
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
