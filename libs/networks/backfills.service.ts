import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { Source } from '#contract/networks';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import { publishEvents } from '#platform/live';
import { conflict, invalidField, notFound } from '#platform/problem';
import { BACKFILL_SOURCE } from './backfill-source.job.js';
import { ConnectorRegistry } from './connector-registry.js';
import { readSources } from './source-view.js';

/** Asking for posts of the past, and stopping it. */
@Injectable()
export class BackfillsService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
    private readonly connectors: ConnectorRegistry,
  ) {}

  start(actor: Actor, sourceId: string, from: Date): Promise<Source> {
    return inTransaction(this.dataSource, async (transaction) => {
      const { manager } = transaction;
      const source = await this.locked(manager, sourceId);
      if (!this.connectors.get(source.network)?.readPage) {
        throw conflict('no-backfill-there', 'This network gives no posts of the past.');
      }
      if (source.backfill?.state === 'running') {
        throw conflict('backfill-running', 'Posts of the past are being brought in already.');
      }
      if (from.getTime() >= Date.now() || from.getUTCFullYear() < 2000) {
        throw invalidField('from', 'not-in-the-past', 'is not a day in the past since 2000');
      }
      const [row]: { id: string }[] = await manager.query(
        'insert into source_backfill (source_id, from_at, asked_by) values ($1, $2, $3) returning id',
        [sourceId, from, actor.personId],
      );
      await this.jobs.enqueue({ kind: BACKFILL_SOURCE, id: row?.id ?? '0' }, transaction);
      return this.recorded(manager, actor, 'source.backfill_started', source);
    });
  }

  cancel(actor: Actor, sourceId: string): Promise<Source> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const source = await this.locked(manager, sourceId);
      const [rows]: [unknown[], number] = await manager.query(
        `update source_backfill set state = 'cancelled', finished_at = clock_timestamp()
         where source_id = $1 and state = 'running' returning id`,
        [sourceId],
      );
      if (rows.length === 0)
        throw conflict('no-backfill-running', 'No posts of the past are being brought in.');
      return this.recorded(manager, actor, 'source.backfill_stopped', source);
    });
  }

  private async locked(manager: EntityManager, sourceId: string): Promise<Source> {
    await manager.query('select from source where id = $1 for update', [sourceId]);
    const [source] = await readSources(manager, this.connectors.delivering(), sourceId);
    if (!source) throw notFound('source-not-found', 'There is no such source.');
    return source;
  }

  private async recorded(
    manager: EntityManager,
    actor: Actor,
    action: string,
    before: Source,
  ): Promise<Source> {
    const [after] = await readSources(manager, this.connectors.delivering(), before.id);
    if (!after) throw new Error(`source ${before.id} is gone`);
    await publishEvents(manager, [{ type: 'source.changed', sourceId: before.id }]);
    await recordDecision(manager, {
      actor,
      action,
      subjectType: 'source',
      subjectId: before.id,
      before: { backfill: before.backfill },
      after: { backfill: after.backfill },
    });
    return after;
  }
}
