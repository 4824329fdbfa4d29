import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import type { Connector, KeptRule, SourceView } from '../connector.js';
import { ConnectorRegistry } from '../connector-registry.js';
import { OPENABLE, type OpenableSource, SourceAccess } from '../source-access.js';

/** Rules are compared so often even when nothing has changed here: somebody else may have touched them there. */
const AGAIN_MINUTES = 60;

/** The rules that a network's stream has for the sources that share it. */
@Injectable()
export class StreamRules {
  private readonly logger = new Logger('live');

  constructor(
    private readonly dataSource: DataSource,
    private readonly connectors: ConnectorRegistry,
    private readonly access: SourceAccess,
  ) {}

  /**
   * Sets the rules of all sources right that share the connection of this one, and keeps what became of them. Two workers
   * may do so at once: both want the same, and whoever began with an older plan finds it changed and is asked again. The
   * rules of this source; null where its network has none.
   */
  async keep(sourceId: string, signal: AbortSignal): Promise<KeptRule[] | null> {
    const rows: OpenableSource[] = await this.dataSource.query(
      `select ${OPENABLE} from source
       where state = 'active' and network = (select network from source where id = $1) order by id`,
      [sourceId],
    );
    const row = rows.find(({ id }) => id === sourceId);
    const connector = row ? this.connectors.get(row.network) : null;
    if (!row || !connector?.keepRules || !connector.sharing) return null;
    const shared = connector.sharing(this.access.open(row));
    const sources = rows.flatMap((one) => this.heardThere(one, connector, shared));
    const ids = sources.map(({ id }) => id);
    const others: { id: string }[] = await this.dataSource.query(
      'select id from source where network = $1 and id <> all($2::bigint[])',
      [row.network, ids],
    );
    const kept = await connector.keepRules(
      sources,
      others.map(({ id }) => id),
      signal,
    );
    for (const source of sources) if (source.following) await this.note(source, kept.get(source.id) ?? []);
    return kept.get(sourceId) ?? [];
  }

  /** A source that is heard on the connection that this one would share; null where there is none. */
  async whoShares(source: SourceView, connector: Connector): Promise<string | null> {
    const shared = connector.sharing?.(source);
    const rows: OpenableSource[] = await this.dataSource.query(
      `select ${OPENABLE} from source where state = 'active' and network = $1 order by id`,
      [source.network],
    );
    const [first] =
      shared === undefined ? [] : rows.flatMap((one) => this.heardThere(one, connector, shared));
    return first?.id ?? null;
  }

  private heardThere(row: OpenableSource, connector: Connector, shared: string): SourceView[] {
    if (!connector.streams?.(row.settings)) return [];
    try {
      const source = this.access.open(row);
      return connector.sharing?.(source) === shared ? [source] : [];
    } catch (error) {
      // Its own reading says what is wrong with it; the others are heard.
      this.logger.warn(`source ${row.id}: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  }

  /** Of a plan that has changed meanwhile nothing is noted: it is due. */
  private async note({ id, following }: SourceView, kept: readonly KeptRule[]): Promise<void> {
    await inTransaction(this.dataSource, async ({ manager }) => {
      const [before]: { kept: unknown; problem: string | null; same: boolean }[] = await manager.query(
        `select kept = $2::jsonb as same, problem_detail as problem from source_following
         where source_id = $1 and plan = $3::jsonb for update`,
        [id, JSON.stringify(kept), JSON.stringify(following)],
      );
      if (!before) return;
      await manager.query(
        `update source_following set kept = $2, kept_at = now(), failures = 0, problem_detail = null,
           next_keep_at = now() + $3 * interval '1 minute' where source_id = $1`,
        [id, JSON.stringify(kept), AGAIN_MINUTES],
      );
      if (!before.same || before.problem !== null)
        await publishEvents(manager, [{ type: 'source.changed', sourceId: id }]);
    });
  }
}
