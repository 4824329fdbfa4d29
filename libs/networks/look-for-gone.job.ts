import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { eraseMentions, takeWordings } from '#mentions';
import { inTransaction } from '#platform/database';
import type { KnownPost } from './connector.js';
import { ConnectorRegistry } from './connector-registry.js';
import { OPENABLE, type OpenableSource, SourceAccess } from './source-access.js';

export const LOOK_FOR_GONE = 'source.look_for_gone';

const EVERY_MINUTES = 60;
/** Posts are mostly taken back soon, if at all. */
const DAYS = 7;
/** Posts asked for at once, and in one turn. */
const BATCH = 100;
const MOST = 500;

/**
 * Networks that do not tell of everything are asked, every hour, which of the posts of the last days they still have, and
 * what these say by now.
 */
@Injectable()
export class LookForGone {
  private readonly logger = new Logger('intake');

  constructor(
    private readonly dataSource: DataSource,
    private readonly connectors: ConnectorRegistry,
    private readonly access: SourceAccess,
  ) {}

  async due(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select id from source where state = 'active' and network = any($1::text[]) and next_gone_check_at <= now()
       order by next_gone_check_at limit 100`,
      [this.connectors.asked()],
    );
    return rows.map(({ id }) => id);
  }

  async run(sourceId: string, signal: AbortSignal): Promise<void> {
    const [rows]: [OpenableSource[], number] = await this.dataSource.query(
      `update source set next_gone_check_at = now() + $2 * interval '1 minute'
       where id = $1 and state = 'active' and next_gone_check_at <= now() returning ${OPENABLE}`,
      [sourceId, EVERY_MINUTES],
    );
    const source = rows[0];
    const connector = source && this.connectors.get(source.network);
    if (!source || !connector?.lookUp) return;
    const posts: KnownPost[] = await this.dataSource.query(
      `select external_id as "externalId", extra from mention
       where source_id = $1 and published_at > now() - $2 * interval '1 day' and erased_at is null and not own
       order by published_at desc limit $3`,
      [sourceId, DAYS, MOST],
    );
    try {
      for (let from = 0; from < posts.length && !signal.aborted; from += BATCH) {
        const { gone, wordings } = await connector.lookUp(
          this.access.open(source),
          posts.slice(from, from + BATCH),
          signal,
        );
        if (gone.length === 0 && wordings.length === 0) continue;
        await inTransaction(this.dataSource, async ({ manager }) => {
          await takeWordings(manager, source.network, wordings);
          await eraseMentions(manager, { network: source.network, externalIds: gone });
        });
      }
    } catch (error) {
      // Whatever is wrong with the source shows at its next reading; here nothing is erased on a guess.
      this.logger.warn(`source ${sourceId}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
