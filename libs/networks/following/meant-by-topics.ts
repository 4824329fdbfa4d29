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
  return row ? mentions.filter((mention) => mayMatch(row.queries, source.network, mention)) : mentions;
}
