import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WorkerPart } from '#platform/jobs';

const KEPT_HOURS = 24;

/** Events older than a day cannot be replayed any more; clients that were away longer read everything afresh. */
@Injectable()
export class SweepEvents {
  constructor(private readonly dataSource: DataSource) {}

  part(): WorkerPart {
    return { ticks: [{ name: 'old events', everyMs: 600_000, run: () => this.sweep() }] };
  }

  async sweep(): Promise<void> {
    await this.dataSource.query(`delete from event where at < now() - $1 * interval '1 hour'`, [KEPT_HOURS]);
  }
}
