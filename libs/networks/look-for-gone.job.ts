import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { takeWordings } from '#mentions';
import { inTransaction } from '#platform/database';
import { type KnownPost, RetryLater } from './connector.js';
import { ConnectorRegistry } from './connector-registry.js';
import { afterTurn, type GoneRound, presentRound } from './gone-round.js';
import { OPENABLE, type OpenableSource, SourceAccess } from './source-access.js';
import { takeBack } from './take-back.js';

export const LOOK_FOR_GONE = 'source.look_for_gone';

/** From one round to the next, and between the turns of one. */
const EVERY_MINUTES = 60;
const TURN_MINUTES = 10;
/** Posts asked for at once, and in one turn. */
const BATCH = 100;
const MOST = 500;

interface CheckedSource extends OpenableSource {
  round: GoneRound | null;
}
interface CheckedPost extends KnownPost {
  id: string;
  /** With all its digits, so that none is passed over. */
  publishedAt: string;
}

/**
 * Networks that do not tell of everything are asked which of the posts of the last days they still have and what these say
 * by now, all of them in rounds. Whoever asks for a pause gets it, and is asked on from there.
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
         and (not_before is null or not_before <= now()) order by next_gone_check_at limit 100`,
      [this.connectors.asked()],
    );
    return rows.map(({ id }) => id);
  }

  async run(sourceId: string, signal: AbortSignal): Promise<void> {
    const [rows]: [CheckedSource[], number] = await this.dataSource.query(
      `update source set next_gone_check_at = now() + $2 * interval '1 minute'
       where id = $1 and state = 'active' and next_gone_check_at <= now()
       returning ${OPENABLE}, gone_round as round`,
      [sourceId, EVERY_MINUTES],
    );
    const source = rows[0];
    const connector = source && this.connectors.get(source.network);
    if (!source || !connector?.lookUp) return;
    const round = presentRound(source.round, new Date());
    const posts = await this.posts(sourceId, round);
    try {
      for (let from = 0; from < posts.length && !signal.aborted; from += BATCH) {
        const batch = posts.slice(from, from + BATCH);
        const { gone, wordings } = await connector.lookUp(this.access.open(source), batch, signal);
        const done = from + batch.length;
        await inTransaction(this.dataSource, async ({ manager }) => {
          if (wordings.length > 0) await takeWordings(manager, source.network, wordings);
          await takeBack(manager, source.network, gone);
          // The place moves with what was erased, so that a crash asks for nothing twice and passes nothing over.
          const next =
            done < posts.length ? { ...round, after: place(batch) } : afterTurn(round, posts, MOST);
          await manager.query(
            `update source set gone_round = $2, next_gone_check_at = now() + $3 * interval '1 minute' where id = $1`,
            [sourceId, JSON.stringify(next), next.after === null ? EVERY_MINUTES : TURN_MINUTES],
          );
        });
      }
      if (posts.length === 0) await this.keep(sourceId, { ...round, after: null });
    } catch (error) {
      // Whatever is wrong with the source shows at its next reading; here nothing is erased on a guess.
      this.logger.warn(`source ${sourceId}: ${error instanceof Error ? error.message : String(error)}`);
      if (error instanceof RetryLater) await this.postpone(sourceId, error.at);
    }
  }

  private posts(sourceId: string, { from, after }: GoneRound): Promise<CheckedPost[]> {
    return this.dataSource.query(
      `select id, external_id as "externalId", extra, published_at::text as "publishedAt" from mention
       where source_id = $1 and published_at > $2 and erased_at is null and not own
         and ($3::timestamptz is null or (published_at, id) < ($3, $4::bigint))
       order by published_at desc, id desc limit $5`,
      [sourceId, from, after?.publishedAt ?? null, after?.id ?? null, MOST],
    );
  }

  private keep(sourceId: string, round: GoneRound): Promise<unknown> {
    return this.dataSource.query('update source set gone_round = $2 where id = $1', [
      sourceId,
      JSON.stringify(round),
    ]);
  }

  private postpone(sourceId: string, at: Date): Promise<unknown> {
    return this.dataSource.query(
      'update source set next_gone_check_at = greatest(next_gone_check_at, $2::timestamptz) where id = $1',
      [sourceId, at],
    );
  }
}

function place(batch: readonly CheckedPost[]): GoneRound['after'] {
  const last = batch.at(-1);
  return last ? { publishedAt: last.publishedAt, id: last.id } : null;
}
