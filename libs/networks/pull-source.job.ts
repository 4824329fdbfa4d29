import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { storeMentions } from '#mentions';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { RetryLater, SourceNeedsAttention, type PulledPage } from './connector.js';
import { ConnectorRegistry } from './connector-registry.js';
import { retryDelayMs } from './retry-delay.js';
import { tellAttention } from './tell-attention.js';

export const PULL_SOURCE = 'source.pull';

interface SourceRow {
  id: string;
  network: string;
  realm: 'live' | 'training';
  settings: Record<string, unknown>;
  cursor: unknown;
  failures: number;
}

const MAX_PAGES = 20;

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
  ) {}

  /** Sources whose time has come. */
  async due(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select id from source where state = 'active' and next_pull_at <= now() order by next_pull_at limit 500`,
    );
    return rows.map(({ id }) => id);
  }

  async run(sourceId: string, signal: AbortSignal): Promise<void> {
    const source = await this.claim(sourceId);
    if (!source) return;
    const connector = this.connectors.get(source.network);
    if (!connector)
      return this.fail(source, new SourceNeedsAttention('no-connector', `${source.network} cannot be read`));
    try {
      let { cursor } = source;
      let stored = 0;
      const problems: string[] = [];
      for (let page = 0; page < MAX_PAGES && !signal.aborted; page++) {
        const pulled = await connector.pull(source, cursor, signal);
        const { count, refused } = await inTransaction(this.dataSource, ({ manager }) =>
          storePage(manager, source, pulled),
        );
        stored += count;
        problems.push(...refused);
        cursor = pulled.cursor;
        if (!pulled.more) break;
      }
      await this.succeed(source, stored, problems);
    } catch (error) {
      if (signal.aborted) return;
      await this.fail(source, error);
    }
  }

  private async claim(sourceId: string): Promise<SourceRow | null> {
    // TypeORM answers [rows, count] to an update that returns rows.
    const [rows]: [SourceRow[], number] = await this.dataSource.query(
      `update source set next_pull_at = now() + pull_every_seconds * interval '1 second'
       where id = $1 and state = 'active' and next_pull_at <= now()
       returning id, network, realm, settings, cursor, failures`,
      [sourceId],
    );
    return rows[0] ?? null;
  }

  private async succeed(source: SourceRow, stored: number, problems: readonly string[]): Promise<void> {
    const partly = problems.length > 0;
    if (partly)
      this.logger.warn(`source ${source.id} (${source.network}): ${problems.slice(0, 3).join('; ')}`);
    await inTransaction(this.dataSource, async ({ manager }) => {
      await manager.query(
        `update source set last_pull_at = now(), last_pull_stored = $2, failures = 0, problem_code = $3,
           problem_detail = $4 where id = $1`,
        [
          source.id,
          stored,
          partly ? 'items-refused' : null,
          partly ? `${problems.length} posts could not be stored: ${problems.slice(0, 3).join('; ')}` : null,
        ],
      );
      if (stored > 0 || partly || source.failures > 0) {
        await publishEvents(manager, [{ type: 'source.changed', sourceId: source.id }]);
      }
    });
  }

  private async fail(source: SourceRow, error: unknown): Promise<void> {
    const detail = error instanceof Error ? error.message : String(error);
    this.logger.warn(`source ${source.id} (${source.network}): ${detail}`);
    const attention = error instanceof SourceNeedsAttention;
    const code = attention ? error.code : error instanceof RetryLater ? 'retry-later' : 'pull-failed';
    const at =
      error instanceof RetryLater
        ? error.at
        : new Date(Date.now() + retryDelayMs(source.failures + 1, Math.random()));
    await inTransaction(this.dataSource, async ({ manager }) => {
      await manager.query(
        `update source set last_pull_at = now(), last_pull_stored = 0, failures = failures + 1, problem_code = $2,
           problem_detail = $3, next_pull_at = greatest(next_pull_at, $4::timestamptz),
           state = case when $5 and state = 'active' then 'needs_attention' else state end
         where id = $1`,
        [source.id, code, detail, at, attention],
      );
      if (attention) await tellAttention(manager, source.id, detail);
      await publishEvents(manager, [{ type: 'source.changed', sourceId: source.id }]);
    });
  }
}

/** What was new, and in words what could not be stored: a post is never left out in silence. */
async function storePage(
  manager: EntityManager,
  source: SourceRow,
  page: PulledPage,
): Promise<{ count: number; refused: string[] }> {
  const outcomes = await storeMentions(
    manager,
    page.mentions.map((mention) => ({
      ...mention,
      realm: source.realm,
      network: source.network,
      sourceId: source.id,
    })),
  );
  const stored = outcomes.filter(({ outcome }) => outcome === 'stored').length;
  await manager.query('update source set cursor = $2, mentions = mentions + $3 where id = $1', [
    source.id,
    JSON.stringify(page.cursor),
    stored,
  ]);
  const refused = [
    ...page.refused.map(({ item, field, reason }) => `item ${item}: ${field} ${reason}`),
    ...outcomes.flatMap((outcome, index) =>
      outcome.outcome === 'refused'
        ? [`${page.mentions[index]?.externalId}: ${outcome.field} ${outcome.reason}`]
        : [],
    ),
  ];
  return { count: stored, refused };
}
