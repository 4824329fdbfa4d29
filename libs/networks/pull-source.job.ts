import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { NotYet, RetryLater, SourceNeedsAttention } from './connector.js';
import { ConnectorRegistry } from './connector-registry.js';
import { retryDelayMs } from './retry-delay.js';
import { OPENABLE, type OpenableSource, SourceAccess } from './source-access.js';
import { lagSeconds, storeSourcePage } from './store-source-page.js';
import { tellAttention } from './tell-attention.js';

export const PULL_SOURCE = 'source.pull';

interface SourceRow extends OpenableSource {
  realm: 'live' | 'training';
  cursor: unknown;
  failures: number;
}

const MAX_PAGES = 20;
/** While a live connection brings what is new, reading is the safety net: so many times less often, at least so often. */
const LIVE_TIMES = 10;
const LIVE_SECONDS = 900;
/** For so long after a nudge it is read as ever: a network may list a post later than it tells of it. */
const NUDGED_SECONDS = 120;

/**
 * Reads what is new at one source. The source is claimed by moving its next time forward; mentions and cursor are
 * stored together, so a crash anywhere only means that a page is read again.
 */
@Injectable()
export class PullSource {
  private readonly logger = new Logger('intake');

  constructor(
    private readonly dataSource: DataSource,
    private readonly connectors: ConnectorRegistry,
    private readonly access: SourceAccess,
  ) {}

  /** Sources whose time has come. */
  async due(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select id from source where state = 'active' and next_pull_at <= now() and network <> all($1::text[])
       order by next_pull_at limit 500`,
      [this.connectors.delivering()],
    );
    return rows.map(({ id }) => id);
  }

  async run(sourceId: string, signal: AbortSignal): Promise<void> {
    const source = await this.claim(sourceId);
    if (!source) return;
    const connector = this.connectors.get(source.network);
    if (!connector?.pull)
      return this.fail(source, new SourceNeedsAttention('no-connector', `${source.network} cannot be read`));
    try {
      const view = this.access.open(source);
      let { cursor } = source;
      let stored = 0;
      let newest: Date | null = null;
      let more = false;
      let pauseUntil: Date | null = null;
      const problems: string[] = [];
      for (let pages = 0; pages < MAX_PAGES && !signal.aborted; pages++) {
        const pulled = await connector.pull(view, cursor, signal);
        const { count, refused, ...page } = await inTransaction(this.dataSource, ({ manager }) =>
          storeSourcePage(manager, source, pulled, { moveCursor: true }),
        );
        stored += count;
        if (page.newest !== null && (newest === null || page.newest > newest)) newest = page.newest;
        problems.push(...refused);
        cursor = pulled.cursor;
        more = pulled.more;
        pauseUntil = pulled.pauseUntil ?? null;
        if (!more || pauseUntil) break;
      }
      await this.succeed(source, { stored, newest, more: more && !pauseUntil, pauseUntil }, problems);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof NotYet) return this.postpone(source, error.at);
      await this.fail(source, error);
    }
  }

  private async claim(sourceId: string): Promise<SourceRow | null> {
    // TypeORM answers [rows, count] to an update that returns rows.
    const [rows]: [SourceRow[], number] = await this.dataSource.query(
      `update source set next_pull_at = now() + interval '1 second' * case
           when exists (select from source_stream where source_id = id and live_since is not null and lease_until > now()
             and (nudged_at is null or nudged_at < now() - $4 * interval '1 second'))
           then greatest(pull_every_seconds, least(pull_every_seconds * $2, $3)) else pull_every_seconds end
       where id = $1 and state = 'active' and next_pull_at <= now()
       returning ${OPENABLE}, realm, cursor, failures`,
      [sourceId, LIVE_TIMES, LIVE_SECONDS, NUDGED_SECONDS],
    );
    return rows[0] ?? null;
  }

  /** `more`: the network has further pages, and is read again at once. */
  private async succeed(
    source: SourceRow,
    read: { stored: number; newest: Date | null; more: boolean; pauseUntil: Date | null },
    problems: readonly string[],
  ): Promise<void> {
    const { stored, newest, more, pauseUntil } = read;
    const partly = problems.length > 0;
    if (partly)
      this.logger.warn(`source ${source.id} (${source.network}): ${problems.slice(0, 3).join('; ')}`);
    await inTransaction(this.dataSource, async ({ manager }) => {
      await manager.query(
        `update source set last_pull_at = now(), last_pull_stored = $2, failures = 0, problem_code = $3,
           problem_detail = $4, next_pull_at = case when $5 then now() else greatest(next_pull_at, $7::timestamptz) end,
           not_before = $7, lag_seconds = coalesce($6, lag_seconds) where id = $1`,
        [
          source.id,
          stored,
          partly ? 'items-refused' : null,
          partly ? `${problems.length} posts could not be stored: ${problems.slice(0, 3).join('; ')}` : null,
          more,
          lagSeconds(newest, new Date()),
          pauseUntil,
        ],
      );
      if (stored > 0 || partly || source.failures > 0) {
        await publishEvents(manager, [{ type: 'source.changed', sourceId: source.id }]);
      }
    });
  }

  /** Nothing was asked of the network, so there is nothing to say of it. */
  private async postpone(source: SourceRow, at: Date): Promise<void> {
    await this.dataSource.query(`update source set next_pull_at = $2 where id = $1 and state = 'active'`, [
      source.id,
      at,
    ]);
  }

  private async fail(source: SourceRow, error: unknown): Promise<void> {
    const detail = error instanceof Error ? error.message : String(error);
    this.logger.warn(`source ${source.id} (${source.network}): ${detail}`);
    const attention = error instanceof SourceNeedsAttention;
    const code = attention || error instanceof RetryLater ? error.code : 'pull-failed';
    const at =
      error instanceof RetryLater
        ? error.at
        : new Date(Date.now() + retryDelayMs(source.failures + 1, Math.random()));
    await inTransaction(this.dataSource, async ({ manager }) => {
      await manager.query(
        `update source set last_pull_at = now(), last_pull_stored = 0, failures = failures + 1, problem_code = $2,
           problem_detail = $3, next_pull_at = greatest(next_pull_at, $4::timestamptz),
           not_before = case when $6 then $4::timestamptz end, state = case when $5 and state = 'active' then 'needs_attention' else state end
         where id = $1`,
        [source.id, code, detail, at, attention, error instanceof RetryLater],
      );
      if (attention) await tellAttention(manager, source.id, detail);
      await publishEvents(manager, [{ type: 'source.changed', sourceId: source.id }]);
    });
    if (code === 'app-limit') await this.pauseApp(source.id, at);
  }

  /**
   * What one source of an app has used up is used up for all that go through it, of whatever network. Those that are being
   * read at this moment will hear so themselves.
   */
  private async pauseApp(sourceId: string, at: Date): Promise<void> {
    await this.dataSource.query(
      `update source set next_pull_at = greatest(next_pull_at, $2), not_before = $2 where id in (
         select s.id from source s join source first on first.id = $1 and s.id <> first.id
         where s.state = 'active' and s.settings ->> 'appId' = first.settings ->> 'appId'
           and s.settings ->> 'server' = first.settings ->> 'server'
         order by s.id for no key update of s skip locked)`,
      [sourceId, at],
    );
  }
}
