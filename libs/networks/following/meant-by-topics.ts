import type { EntityManager } from 'typeorm';
import type { PulledPage } from '../connector.js';
import { mayMatch } from './topic-match.js';

/**
 * Of a source that follows topics only what one of them may mean: its network was asked for more than that. By the
 * queries of this moment, because a connection may be older than they are.
 */
export async function meantByTopics(
  manager: EntityManager,
  source: { id: string; network: string },
  mentions: PulledPage['mentions'],
): Promise<PulledPage['mentions']> {
  if (mentions.length === 0) return mentions;
  const [row]: { queries: string[] }[] = await manager.query(
    `select plan -> 'queries' as queries from source_following where source_id = $1`,
    [source.id],
  );
  if (!row) return mentions;
  const meant = (mention: PulledPage['mentions'][number]) => mayMatch(row.queries, source.network, mention);
  // A post that was meant and has been changed is told of, whatever it says by now.
  const changed = mentions.filter((mention) => mention.editedAt && !meant(mention));
  const known: { externalId: string }[] =
    changed.length === 0
      ? []
      : await manager.query(
          `select external_id as "externalId" from mention_identity
           where network = $1 and external_id = any($2::text[])`,
          [source.network, changed.map(({ externalId }) => externalId)],
        );
  const kept = new Set(known.map(({ externalId }) => externalId));
  return mentions.filter((mention) => kept.has(mention.externalId) || meant(mention));
}
