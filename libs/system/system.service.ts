import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { readSystem } from '#contract/system';
import type { ResponseOf } from '#platform/contract';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import { LiveHub } from '#platform/live';
import { Problem } from '#platform/problem';
import { VERSION } from './version.js';

interface Figures {
  version: string;
  bytes: string;
  waiting: string;
  oldest_seconds: number | null;
  failed: string;
  queued: string;
  uncertain: string;
  reply_failed: string;
}

/** Is anything waiting, failing or late? */
@Injectable()
export class SystemService {
  private readonly startedAt = new Date();

  constructor(
    private readonly dataSource: DataSource,
    private readonly hub: LiveHub,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  async read(): Promise<ResponseOf<typeof readSystem>> {
    const [figures]: Figures[] = await this.dataSource.query(`
      select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
        (select count(*) from mention_queue where attempts < 5) as waiting,
        (select extract(epoch from now() - min(enqueued_at))::float from mention_queue where attempts < 5)
          as oldest_seconds,
        (select count(*) from mention_queue where attempts >= 5) as failed,
        (select count(*) from reply where state in ('awaiting_second', 'queued', 'sending')) as queued,
        (select count(*) from reply where state = 'uncertain') as uncertain,
        (select count(*) from reply where state = 'refused') as reply_failed`);
    if (!figures) throw new Error('no figures');
    return {
      version: VERSION,
      startedAt: this.startedAt.toISOString(),
      database: { version: figures.version, bytes: Number(figures.bytes) },
      queue: {
        waiting: Number(figures.waiting),
        oldestSeconds: figures.oldest_seconds,
        failed: Number(figures.failed),
      },
      jobs: await this.jobs.health(),
      outbox: {
        queued: Number(figures.queued),
        uncertain: Number(figures.uncertain),
        failed: Number(figures.reply_failed),
      },
      live: { listeners: this.hub.size },
    };
  }

  /** Throws 503 unless the database answers and its schema is the one this program was built for. */
  async refuseUnlessHealthy(): Promise<void> {
    let pending: boolean;
    try {
      pending = await this.dataSource.showMigrations();
    } catch {
      throw new Problem(503, 'unhealthy', 'The database cannot be reached.');
    }
    if (pending) throw new Problem(503, 'unhealthy', 'Migrations have not been applied.');
  }
}
