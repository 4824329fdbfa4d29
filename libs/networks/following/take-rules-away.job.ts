import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Connector, RetryLater } from '../connector.js';
import { ConnectorRegistry } from '../connector-registry.js';
import { retryDelayMs } from '../retry-delay.js';
import { type OpenableSource, SourceAccess } from '../source-access.js';
import { StreamRules } from './stream-rules.js';

export const TAKE_RULES_AWAY = 'source.take_rules_away';

/** A worker may have been about to set the rules when the source was removed: they are looked for once more after that. */
const AGAIN_SECONDS = 120;
/** Then the access is forgotten, whatever the network says. */
const DAYS = 7;

interface Left extends OpenableSource {
  failures: number;
  isLate: boolean;
  isOver: boolean;
}

/**
 * Takes the rules away that a source leaves behind in the stream of its network. Safe to repeat at any point; while the
 * network is down it is tried again.
 */
@Injectable()
export class TakeRulesAway {
  private readonly logger = new Logger('live');

  constructor(
    private readonly dataSource: DataSource,
    private readonly connectors: ConnectorRegistry,
    private readonly access: SourceAccess,
    private readonly rules: StreamRules,
  ) {}

  async due(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select source_id as id from source_rules_left where next_try_at <= now() order by next_try_at limit 100`,
    );
    return rows.map(({ id }) => id);
  }

  async run(sourceId: string, signal: AbortSignal): Promise<void> {
    const left = await this.claim(sourceId);
    const connector = left && this.connectors.get(left.network);
    if (!left) return;
    if (!connector?.takeRulesAway || left.isOver) return this.forget(sourceId);
    try {
      const found = await this.takeAway(left, connector, signal);
      if (found === 0 && left.isLate) await this.forget(sourceId);
      else await this.lookAgain(sourceId, 0, AGAIN_SECONDS * 1000);
    } catch (error) {
      if (signal.aborted) return this.lookAgain(sourceId, left.failures, 0);
      this.logger.warn(
        `source ${sourceId}: rules left behind: ${error instanceof Error ? error.message : String(error)}`,
      );
      const failures = left.failures + 1;
      const wait =
        error instanceof RetryLater
          ? error.at.getTime() - Date.now()
          : retryDelayMs(failures, Math.random()) + 1000;
      await this.lookAgain(sourceId, failures, Math.max(0, wait));
    }
  }

  /** While it is being looked at, nobody else begins to. */
  private async claim(sourceId: string): Promise<Left | null> {
    const [rows]: [Left[], number] = await this.dataSource.query(
      `update source_rules_left l set next_try_at = now() + $2 * interval '1 second' from source s
       where l.source_id = $1 and l.next_try_at <= now() and s.id = l.source_id
       returning s.id, s.network, l.settings, l.account, l.sealed_credentials as "sealedCredentials", l.failures,
         l.since < now() - $2 * interval '1 second' as "isLate", l.since < now() - $3 * interval '1 day' as "isOver"`,
      [sourceId, AGAIN_SECONDS, DAYS],
    );
    return rows[0] ?? null;
  }

  /** Where another source of the application listens, its rules are set right, and those that are left over go with it. */
  private async takeAway(left: Left, connector: Connector, signal: AbortSignal): Promise<number> {
    const source = this.access.open({ ...left, following: null });
    const listening = await this.rules.whoShares(source, connector);
    if (listening !== null) {
      await this.rules.keep(listening, signal);
      return 0;
    }
    const rows: { id: string }[] = await this.dataSource.query('select id from source where network = $1', [
      left.network,
    ]);
    const ours = rows.map(({ id }) => id);
    return (await connector.takeRulesAway?.(source, ours, signal)) ?? 0;
  }

  private forget(sourceId: string): Promise<void> {
    return this.dataSource.query('delete from source_rules_left where source_id = $1', [sourceId]);
  }

  private lookAgain(sourceId: string, failures: number, ms: number): Promise<void> {
    return this.dataSource.query(
      `update source_rules_left set failures = $2, next_try_at = now() + $3 * interval '1 millisecond'
       where source_id = $1`,
      [sourceId, failures, ms],
    );
  }
}

/** In the transaction in which a source ends to listen: from then on it is due. */
export async function leaveRules(manager: EntityManager, sourceId: string): Promise<void> {
  await manager.query(
    `insert into source_rules_left as l (source_id, settings, account, sealed_credentials)
     select id, settings, account, sealed_credentials from source where id = $1 and sealed_credentials is not null
     on conflict (source_id) do update set settings = excluded.settings, account = excluded.account,
       sealed_credentials = excluded.sealed_credentials, since = now(), failures = 0, next_try_at = now()`,
    [sourceId],
  );
}
