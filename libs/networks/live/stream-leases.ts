import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import type { SourceNeedsAttention } from '../connector.js';
import { MAY_BE_READ_SOONER } from '../read-sooner.js';
import type { OpenableSource } from '../source-access.js';
import { tellAttention } from '../tell-attention.js';

/** For how long a connection is its worker's without a word from it. By the database's clock, as every time here. */
export const LEASE_SECONDS = 30;
/** From a nudge to the reading that it asks for. */
const NUDGE_SECONDS = 3;

export interface StreamedSource extends OpenableSource {
  realm: 'live' | 'training';
  /** Connections in a row that did not last. */
  failures: number;
  /** How far the network's own stream has been stored. */
  mark: string | null;
}

/** The connection belongs to another worker by now, or its source is not to be read any more. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** Who holds which live connection: one worker for each source, whatever happens to workers. */
@Injectable()
export class StreamLeases {
  constructor(private readonly dataSource: DataSource) {}

  /** Active sources of these networks that nobody listens to now, and whose time has come. */
  free(networks: readonly string[]): Promise<StreamedSource[]> {
    return this.dataSource.query(
      `select s.id, s.network, s.settings, s.account, s.sealed_credentials as "sealedCredentials", s.realm,
         coalesce(l.failures, 0) as failures, l.mark
       from source s left join source_stream l on l.source_id = s.id
       where s.state = 'active' and s.network = any($1::text[])
         and (l.source_id is null or l.lease_until <= now() and l.next_try_at <= now())
       order by l.next_try_at nulls first, s.id limit 500`,
      [networks],
    );
  }

  /**
   * True for one of however many workers that try. @param shared what the connection has in common with others: they all
   * are held by one worker, so that it needs one connection; null for a connection of its own
   */
  claim(sourceId: string, holder: string, shared: string | null = null): Promise<boolean> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      // Two workers that claim two sources of one connection: the second has to see what the first has claimed.
      if (shared !== null)
        await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [shared]);
      const rows: unknown[] = await manager.query(
        `insert into source_stream as l (source_id, holder, lease_until, shared)
         select id, $2, now() + $3 * interval '1 second', $4 from source where id = $1 and state = 'active'
           and not exists (select from source_stream o
             where o.shared = $4 and o.source_id <> $1 and o.holder <> $2 and o.lease_until > now())
         on conflict (source_id) do update
           set holder = $2, lease_until = excluded.lease_until, live_since = null, shared = excluded.shared
           where l.lease_until <= now() and l.next_try_at <= now()
         returning source_id`,
        [sourceId, holder, LEASE_SECONDS, shared],
      );
      return rows.length > 0;
    });
  }

  /** @param mark how far the network's stream has been stored; null: no word of it */
  async renew(sourceId: string, holder: string, mark: string | null): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.dataSource.query(
      `update source_stream l set lease_until = now() + $3 * interval '1 second', mark = coalesce($4, l.mark) from source s
       where l.source_id = $1 and l.holder = $2 and l.lease_until > now() and s.id = l.source_id and s.state = 'active'
       returning l.source_id`,
      [sourceId, holder, LEASE_SECONDS, mark],
    );
    return rows.length > 0;
  }

  /** The network has taken us on. What was said while nobody listened is read at once, by the ordinary cursor. */
  async opened(sourceId: string, holder: string): Promise<void> {
    await inTransaction(this.dataSource, async ({ manager }) => {
      const [rows]: [unknown[], number] = await manager.query(
        `update source_stream set live_since = now(), problem_detail = null where source_id = $1 and holder = $2
         returning source_id`,
        [sourceId, holder],
      );
      if (rows.length === 0) throw new LeaseLost('the connection belongs to another worker');
      // A pause that the network asked for is kept to.
      await manager.query(
        `update source set next_pull_at = least(next_pull_at, now()) where id = $1 and ${MAY_BE_READ_SOONER}`,
        [sourceId],
      );
      await publishEvents(manager, [{ type: 'source.changed', sourceId }]);
    });
  }

  /**
   * Something was said that has to be read: in a moment, because networks list a post a little after they tell of it, and
   * then for a while as often as without a connection. Many in a row are one.
   */
  async nudged(sourceId: string, holder: string): Promise<void> {
    await inTransaction(this.dataSource, async ({ manager }) => {
      const [rows]: [unknown[], number] = await manager.query(
        'update source_stream set nudged_at = now() where source_id = $1 and holder = $2 returning source_id',
        [sourceId, holder],
      );
      if (rows.length === 0) throw new LeaseLost('the connection belongs to another worker');
      await manager.query(
        `update source set next_pull_at = least(next_pull_at, now() + $2 * interval '1 second')
         where id = $1 and ${MAY_BE_READ_SOONER}`,
        [sourceId, NUDGE_SECONDS],
      );
    });
  }

  /** In the transaction that stores what came, after it: rolls it back when the source is another's by now. */
  async mustHold(manager: EntityManager, sourceId: string, holder: string): Promise<void> {
    const rows: unknown[] = await manager.query(
      `select from source_stream l join source s on s.id = l.source_id
       where l.source_id = $1 and l.holder = $2 and s.state = 'active' for share of l`,
      [sourceId, holder],
    );
    if (rows.length === 0) throw new LeaseLost('the connection belongs to another worker, or is not wanted');
  }

  /** The worker stops: the next one may connect at once. */
  release(sourceId: string, holder: string): Promise<unknown> {
    return this.dataSource.query(
      `update source_stream set holder = null, lease_until = now(), live_since = null, next_try_at = now()
       where source_id = $1 and holder = $2`,
      [sourceId, holder],
    );
  }

  /** The connection is gone; meanwhile the source is read as often as if it had none. */
  async broken(
    sourceId: string,
    holder: string,
    end: { failures: number; nextTryAt: Date; detail: string },
  ): Promise<void> {
    await inTransaction(this.dataSource, async ({ manager }) => {
      const [rows]: [unknown[], number] = await manager.query(
        `update source_stream set holder = null, lease_until = now(), live_since = null, failures = $3,
           next_try_at = now() + $4 * interval '1 millisecond', problem_detail = $5
         where source_id = $1 and holder = $2 returning source_id`,
        [sourceId, holder, end.failures, Math.max(0, end.nextTryAt.getTime() - Date.now()), end.detail],
      );
      if (rows.length === 0) return;
      await manager.query(
        `update source set next_pull_at = least(next_pull_at, now() + pull_every_seconds * interval '1 second')
         where id = $1 and ${MAY_BE_READ_SOONER}`,
        [sourceId],
      );
      await publishEvents(manager, [{ type: 'source.changed', sourceId }]);
    });
  }

  /** The network does not accept the access: as when a reading is refused, a person has to do something. */
  async refused(sourceId: string, holder: string, error: SourceNeedsAttention): Promise<void> {
    await inTransaction(this.dataSource, async ({ manager }) => {
      const [rows]: [unknown[], number] = await manager.query(
        `update source s set state = 'needs_attention', problem_code = $3, problem_detail = $4 from source_stream l
         where s.id = $1 and s.state = 'active' and l.source_id = s.id and l.holder = $2 returning s.id`,
        [sourceId, holder, error.code, error.message],
      );
      await manager.query(
        `update source_stream set holder = null, lease_until = now(), live_since = null, failures = 0,
           next_try_at = now(), problem_detail = null where source_id = $1 and holder = $2`,
        [sourceId, holder],
      );
      if (rows.length === 0) return;
      await tellAttention(manager, sourceId, error.message);
      await publishEvents(manager, [{ type: 'source.changed', sourceId }]);
    });
  }
}
