import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { RetryLater } from '../connector.js';
import { ConnectorRegistry } from '../connector-registry.js';
import { MAY_BE_READ_SOONER } from '../read-sooner.js';
import { retryDelayMs } from '../retry-delay.js';
import { planFollowing, STAMP } from './plan-following.js';
import { StreamRules } from './stream-rules.js';

export const FOLLOW_TOPICS = 'source.follow_topics';

/** For so long nobody else begins to set the rules of a source right. */
const CLAIM_SECONDS = 60;

/**
 * Lets sources follow their topics: the plan is made anew when a topic or a setting has changed, and the rules of the
 * network's stream are compared with it. What is due follows from the rows alone, so that no change is missed.
 */
@Injectable()
export class FollowTopics {
  private readonly logger = new Logger('live');

  constructor(
    private readonly dataSource: DataSource,
    private readonly connectors: ConnectorRegistry,
    private readonly rules: StreamRules,
  ) {}

  /** Sources whose topics have changed, or whose rules are to be compared. */
  async due(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select s.id from source s left join source_following f on f.source_id = s.id
       where s.state = 'active' and s.settings ->> 'watch' = 'topics' and s.network = any($1::text[])
         and (f.source_id is null or f.stamp <> ${STAMP}
           or f.next_keep_at <= now() and s.settings -> 'live' = 'true'::jsonb)
       order by f.next_keep_at nulls first, s.id limit 100`,
      [this.connectors.following()],
    );
    return rows.map(({ id }) => id);
  }

  async run(sourceId: string, signal: AbortSignal): Promise<void> {
    if (await this.plan(sourceId))
      this.logger.log(`source ${sourceId}: its topics are followed by a new plan`);
    const [claimed]: [unknown[], number] = await this.dataSource.query(
      `update source_following f set next_keep_at = now() + $2 * interval '1 second' from source s
       where f.source_id = $1 and s.id = f.source_id and s.state = 'active' and s.settings -> 'live' = 'true'::jsonb
         and f.next_keep_at <= now() returning f.source_id`,
      [sourceId, CLAIM_SECONDS],
    );
    if (claimed.length === 0) return;
    try {
      await this.rules.keep(sourceId, signal);
    } catch (error) {
      if (signal.aborted) await this.free(sourceId);
      else await this.fail(sourceId, error);
    }
  }

  /** What is new in the plan is searched for at once, from what has been read on; and heard as soon as its rules are there. */
  private plan(sourceId: string): Promise<boolean> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const [source]: { network: string }[] = await manager.query(
        'select network from source where id = $1',
        [sourceId],
      );
      const connector = source ? this.connectors.get(source.network) : null;
      const changed = await planFollowing(manager, connector, sourceId);
      if (!changed) return false;
      await manager.query(
        `update source set next_pull_at = least(next_pull_at, now()) where id = $1 and ${MAY_BE_READ_SOONER}`,
        [sourceId],
      );
      await manager.query(
        'update source_stream set next_try_at = now(), failures = 0 where source_id = $1 and holder is null',
        [sourceId],
      );
      await publishEvents(manager, [{ type: 'source.changed', sourceId }]);
      return true;
    });
  }

  private free(sourceId: string): Promise<unknown> {
    return this.dataSource.query('update source_following set next_keep_at = now() where source_id = $1', [
      sourceId,
    ]);
  }

  private async fail(sourceId: string, error: unknown): Promise<void> {
    const detail = error instanceof Error ? error.message : String(error);
    this.logger.warn(`source ${sourceId}: rules: ${detail}`);
    await inTransaction(this.dataSource, async ({ manager }) => {
      const [row]: { failures: number }[] = await manager.query(
        'select failures from source_following where source_id = $1 for update',
        [sourceId],
      );
      if (!row) return;
      const wait =
        error instanceof RetryLater
          ? error.at.getTime() - Date.now()
          : retryDelayMs(row.failures + 1, Math.random());
      await manager.query(
        `update source_following set failures = failures + 1, problem_detail = $2,
           next_keep_at = now() + $3 * interval '1 millisecond' where source_id = $1`,
        [sourceId, detail, Math.max(0, wait)],
      );
      await publishEvents(manager, [{ type: 'source.changed', sourceId }]);
    });
  }
}
