import type { EntityManager } from 'typeorm';
import { eraseMentions } from '#mentions';
import type { StreamNews } from '../connector.js';
import { lagSeconds, type StoredPage, storeSourcePage } from '../store-source-page.js';
import { notAhead } from '../walking.js';
import type { StreamedSource } from './stream-leases.js';

/** How far back a post is looked for that its server names by its own number only. */
const DAYS = 30;

/**
 * Stores what a live connection brought by the very way of what is read, in the caller's transaction. The cursor stays
 * where it is: it says how far the source has been read, and the next reading finds these posts known.
 */
export async function storeNews(
  manager: EntityManager,
  source: StreamedSource,
  news: readonly StreamNews[],
): Promise<StoredPage> {
  const now = new Date();
  const gone = news.filter((one) => one.kind === 'deleted');
  const named = gone.flatMap((one) => ('externalId' in one ? [one.externalId] : []));
  const wordings = news.flatMap((one) => (one.kind === 'edited' ? [one.wording] : []));
  // A stream may tell of everybody's posts that were taken back or changed, several each second: mostly there is nothing
  // to do.
  if (named.length + wordings.length === news.filter(({ kind }) => isStored(kind)).length) {
    const [known] = await manager.query(
      'select from mention_identity where network = $1 and external_id = any($2::text[]) limit 1',
      [source.network, [...named, ...wordings.map(({ externalId }) => externalId)]],
    );
    if (!known) return NOTHING;
  }
  const stored = await storeSourcePage(
    manager,
    source,
    {
      mentions: news.flatMap((one) => (one.kind === 'mention' ? [notAhead(one.mention, now)] : [])),
      refused: news.flatMap((one, item) =>
        one.kind === 'unreadable' ? [{ item: item + 1, field: 'event', reason: one.reason }] : [],
      ),
      deleted: named,
      wordings,
    },
    { moveCursor: false },
  );
  const localIds = gone.flatMap((one) => ('localId' in one ? [one.localId] : []));
  const known = localIds.length > 0 ? await byLocalId(manager, source, localIds) : [];
  const erased =
    known.length > 0 ? await eraseMentions(manager, { network: source.network, externalIds: known }) : 0;
  if (stored.newest !== null) {
    await manager.query('update source set lag_seconds = $2 where id = $1', [
      source.id,
      lagSeconds(stored.newest, now),
    ]);
  }
  return { ...stored, erased: stored.erased + erased };
}

const NOTHING: StoredPage = { count: 0, newest: null, known: 0, erased: 0, refused: [] };

export function isStored(kind: StreamNews['kind']): boolean {
  return kind === 'mention' || kind === 'edited' || kind === 'deleted' || kind === 'unreadable';
}

/** Several sources may read one server, and whichever came first brought the post. */
async function byLocalId(
  manager: EntityManager,
  source: StreamedSource,
  localIds: readonly string[],
): Promise<string[]> {
  const rows: { externalId: string }[] = await manager.query(
    `select m.external_id as "externalId" from source s join mention m on m.source_id = s.id
     where s.network = $1 and s.settings ->> 'server' = $2 and m.published_at > now() - $3 * interval '1 day'
       and m.erased_at is null and m.extra ->> 'localId' = any($4::text[])`,
    [source.network, source.settings['server'], DAYS, localIds],
  );
  return rows.map(({ externalId }) => externalId);
}
