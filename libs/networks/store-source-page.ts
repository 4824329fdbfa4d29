import type { EntityManager } from 'typeorm';
import { storeMentions, takeWordings } from '#mentions';
import type { PulledPage } from './connector.js';
import { meantByTopics } from './following/meant-by-topics.js';
import { takeBack } from './take-back.js';

export interface StoredPage {
  /** Posts that were not here before. */
  count: number;
  /** Publication of the newest of them. */
  newest: Date | null;
  known: number;
  /** Posts whose authors took them back, and that were here. */
  erased: number;
  /** In words what could not be stored: a post is never left out in silence. */
  refused: string[];
}

/**
 * Stores a page of a source in the caller's transaction, with the source's count and, for what is read in its turn,
 * its cursor: all of it or nothing.
 */
export async function storeSourcePage(
  manager: EntityManager,
  source: { id: string; network: string; realm: 'live' | 'training' },
  page: Pick<PulledPage, 'mentions' | 'refused' | 'deleted' | 'wordings' | 'deliveryProblem'> & {
    cursor?: unknown;
  },
  { moveCursor }: { moveCursor: boolean },
): Promise<StoredPage> {
  const mentions = await meantByTopics(manager, source, page.mentions);
  const outcomes = await storeMentions(
    manager,
    mentions.map((mention) => ({
      ...mention,
      realm: source.realm,
      network: source.network,
      sourceId: source.id,
    })),
  );
  await takeWordings(manager, source.network, page.wordings ?? []);
  const erased = await takeBack(manager, source.network, page.deleted ?? []);
  const fresh = mentions.filter((_, index) => outcomes[index]?.outcome === 'stored');
  const newest = fresh.reduce<Date | null>(
    (last, { publishedAt }) => (last === null || publishedAt > last ? publishedAt : last),
    null,
  );
  await manager.query(
    `update source set cursor = case when $2 then $3::jsonb else cursor end, mentions = mentions + $4,
       delivery_problem = case when $5 then $6 else delivery_problem end where id = $1`,
    [
      source.id,
      moveCursor,
      JSON.stringify(page.cursor ?? null),
      fresh.length,
      page.deliveryProblem !== undefined,
      page.deliveryProblem ?? null,
    ],
  );
  return {
    count: fresh.length,
    newest,
    known: outcomes.filter(({ outcome }) => outcome === 'known').length,
    erased,
    refused: [
      ...page.refused.map(({ item, field, reason }) => `item ${item}: ${field} ${reason}`),
      ...outcomes.flatMap((outcome, index) =>
        outcome.outcome === 'refused'
          ? [`${mentions[index]?.externalId}: ${outcome.field} ${outcome.reason}`]
          : [],
      ),
    ],
  };
}

/** Seconds between publication and now: how far a source is behind, by the newest post that it brought. */
export function lagSeconds(newest: Date | null, now: Date): number | null {
  if (newest === null) return null;
  return Math.min(Math.max(Math.round((now.getTime() - newest.getTime()) / 1000), 0), 2_147_483_647);
}
