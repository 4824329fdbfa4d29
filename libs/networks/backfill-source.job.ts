import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { type ListPage, NotYet, PageForgotten, RetryLater, SourceNeedsAttention } from './connector.js';
import { ConnectorRegistry } from './connector-registry.js';
import { retryDelayMs } from './retry-delay.js';
import { OPENABLE, type OpenableSource, SourceAccess } from './source-access.js';
import { storeSourcePage } from './store-source-page.js';
import { notAhead } from './walking.js';

export const BACKFILL_SOURCE = 'source.backfill';

/** Between two pages, so that reading the past leaves the quota to the present. */
const PAGE_EVERY_SECONDS = 2;
/** A network that fails this often in a row will not give its past. */
const MOST_FAILURES = 8;
/** A page that is asked for is claimed for this long. */
const LEASE_SECONDS = 60;

/** The pause that a network asked for while the present was read holds for the past as well. */
const MAY_BE_ASKED = `s.state = 'active' and (s.not_before is null or s.not_before <= now())`;

interface BackfillRow extends OpenableSource {
  backfillId: string;
  realm: 'live' | 'training';
  fromAt: Date;
  page: string | null;
  failures: number;
}

/** Brings in the posts of the past, one page for each run: mentions, place and progress in one transaction. */
@Injectable()
export class BackfillSource {
  private readonly logger = new Logger('intake');

  constructor(
    private readonly dataSource: DataSource,
    private readonly connectors: ConnectorRegistry,
    private readonly access: SourceAccess,
  ) {}

  async due(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select b.id from source_backfill b join source s on s.id = b.source_id
       where b.state = 'running' and b.next_at <= now() and ${MAY_BE_ASKED} order by b.next_at limit 100`,
    );
    return rows.map(({ id }) => id);
  }

  async run(backfillId: string, signal: AbortSignal): Promise<void> {
    const backfill = await this.claim(backfillId);
    if (!backfill) return;
    const readPage = this.connectors.get(backfill.network)?.readPage;
    if (!readPage) return this.fail(backfill, new SourceNeedsAttention('no-connector', 'it cannot be read'));
    try {
      const page = await readPage(this.access.open(backfill), backfill.page, signal);
      await inTransaction(this.dataSource, ({ manager }) => this.keep(manager, backfill, page));
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof NotYet) return this.postpone(backfill, error.at);
      await this.fail(backfill, error);
    }
  }

  private async claim(backfillId: string): Promise<BackfillRow | null> {
    const [rows]: [unknown[], number] = await this.dataSource.query(
      `update source_backfill b set next_at = now() + $2 * interval '1 second'
       from source s where b.id = $1 and s.id = b.source_id and ${MAY_BE_ASKED} and b.state = 'running'
         and b.next_at <= now() returning b.id`,
      [backfillId, LEASE_SECONDS],
    );
    if (rows.length === 0) return null;
    const [row]: BackfillRow[] = await this.dataSource.query(
      `select b.id as "backfillId", b.from_at as "fromAt", b.page, b.failures, s.* from source_backfill b
       join lateral (select ${OPENABLE}, realm from source where id = b.source_id) s on true where b.id = $1`,
      [backfillId],
    );
    return row ?? null;
  }

  private async keep(manager: EntityManager, backfill: BackfillRow, page: ListPage): Promise<void> {
    const now = new Date();
    const wanted = page.mentions.filter(({ publishedAt }) => publishedAt >= backfill.fromAt);
    const times = page.times ?? page.mentions.map(({ publishedAt }) => publishedAt);
    const passed = times.length > 0 && times.every((time) => time < backfill.fromAt);
    const over = passed || page.next === null || page.next === backfill.page;
    // Who else holds this page, or has stopped it: the place says so, and nothing is counted twice.
    const [locked]: unknown[] = await manager.query(
      `select 1 from source_backfill where id = $1 and state = 'running' and page is not distinct from $2 for update`,
      [backfill.backfillId, backfill.page],
    );
    if (!locked) return;
    const { count, refused } = await storeSourcePage(
      manager,
      backfill,
      { mentions: wanted.map((mention) => notAhead(mention, now)), refused: page.refused },
      { moveCursor: false },
    );
    const oldest = Math.min(...times.map((time) => time.getTime()), now.getTime());
    await manager.query(
      `update source_backfill set page = $2, read = read + $3, stored = stored + $4, failures = 0,
         problem_code = case when $8::text is not null or problem_code = 'items-refused' then 'items-refused' end,
         problem_detail = coalesce($8, case when problem_code = 'items-refused' then problem_detail end), reached_at = least(coalesce(reached_at, $5), $5),
         next_at = now() + $6 * interval '1 second', state = case when $7 then 'done' else state end,
         finished_at = case when $7 then clock_timestamp() end where id = $1`,
      [
        backfill.backfillId,
        page.next,
        wanted.length,
        count,
        new Date(Math.max(oldest, backfill.fromAt.getTime())),
        PAGE_EVERY_SECONDS,
        over,
        refused.length > 0 ? refused.slice(0, 3).join('; ') : null,
      ],
    );
    await publishEvents(manager, [{ type: 'source.changed', sourceId: backfill.id }]);
  }

  /** Nothing was asked of the network, so there is nothing to say of it. */
  private async postpone(backfill: BackfillRow, at: Date): Promise<void> {
    await this.dataSource.query(
      `update source_backfill set next_at = $2 where id = $1 and state = 'running'`,
      [backfill.backfillId, at],
    );
  }

  private async fail(backfill: BackfillRow, error: unknown): Promise<void> {
    const detail = error instanceof Error ? error.message : String(error);
    this.logger.warn(`backfill of source ${backfill.id} (${backfill.network}): ${detail}`);
    const failures = backfill.failures + 1;
    const forgotten = error instanceof PageForgotten;
    const at =
      error instanceof RetryLater ? error.at : new Date(Date.now() + retryDelayMs(failures, Math.random()));
    const known = error instanceof SourceNeedsAttention || error instanceof RetryLater;
    const code = known ? error.code : 'pull-failed';
    await inTransaction(this.dataSource, async ({ manager }) => {
      await manager.query(
        `update source_backfill set failures = $2, problem_code = $3, problem_detail = $4, next_at = $5,
           page = case when $6 then null else page end,
           state = case when $7 then 'failed' else state end,
           finished_at = case when $7 then clock_timestamp() end
         where id = $1 and state = 'running'`,
        [
          backfill.backfillId,
          error instanceof RetryLater ? backfill.failures : failures,
          code,
          detail,
          at,
          forgotten,
          failures >= MOST_FAILURES || error instanceof SourceNeedsAttention,
        ],
      );
      // The plan of units lets the past wait longer than the present; what the network itself asks for is for both.
      if (error instanceof RetryLater && !error.code.startsWith('quota-')) {
        await manager.query(
          `update source set not_before = greatest(not_before, $2), next_pull_at = greatest(next_pull_at, $2)
           where id = $1 and state = 'active'`,
          [backfill.id, at],
        );
      }
      await publishEvents(manager, [{ type: 'source.changed', sourceId: backfill.id }]);
    });
  }
}
