import type { EntityManager } from 'typeorm';
import { type deliverHook, type HookOutcome, type HookPost, hookPostSchema } from '#contract/networks';
import { areTakenBack, keepOut, type Wording } from '#mentions';
import type { InputOf } from '#platform/contract';
import { publishEvents } from '#platform/live';
import type { PulledPage } from '../connector.js';
import { readableItems } from '../readable-items.js';
import { lagSeconds, storeSourcePage } from '../store-source-page.js';
import { takeBack } from '../take-back.js';
import { notAhead } from '../walking.js';

export type DeliveredBody = InputOf<typeof deliverHook>['body'];

/** What a delivery brings, in the form of all networks. */
export interface DeliveredPage extends Pick<PulledPage, 'mentions' | 'refused'> {
  /** What posts that are here already say by now. */
  wordings: Wording[];
  deleted: string[];
}

/** The posts of a delivery of another system. */
export function readDelivery(sourceId: string, { posts, deleted }: DeliveredBody): DeliveredPage {
  const { items, refused } = readableItems(posts, hookPostSchema);
  return {
    mentions: items.map((post) => asMention(post, sourceId)),
    wordings: [],
    deleted: deleted.map((id) => ownId(sourceId, id)),
    refused,
  };
}

/**
 * Stores what a delivery brings, in the caller's transaction; posts that are here already stay as they are unless edited. A
 * post that was taken back does not come in again, not even where the delivery that brings it comes after the other one.
 */
export async function storeDelivered(
  manager: EntityManager,
  source: { id: string; network: string },
  page: DeliveredPage,
): Promise<Omit<HookOutcome, 'deliveryId'>> {
  const now = new Date();
  const stored = await storeSourcePage(
    manager,
    { id: source.id, network: source.network, realm: 'live' },
    {
      mentions: page.mentions.map((mention) => notAhead(mention, now)),
      refused: [],
      wordings: page.wordings,
    },
    { moveCursor: false },
  );
  await keepOut(manager, source.network, page.deleted);
  const erased = await takeBack(manager, source.network, page.deleted);
  await manager.query(
    `update source set last_pull_at = now(), last_pull_stored = $2, lag_seconds = coalesce($3, lag_seconds)
     where id = $1`,
    [source.id, stored.count, lagSeconds(stored.newest, now)],
  );
  await publishEvents(manager, [{ type: 'source.changed', sourceId: source.id }]);
  return {
    stored: stored.count,
    known: stored.known,
    erased,
    refused: [...page.refused, ...stored.refused.map((reason) => ({ item: 0, field: 'post', reason }))],
  };
}

/** Whether a delivery holds words of somebody who took them back: then it is not kept. */
export function holdsTakenBack(
  manager: EntityManager,
  network: string,
  { mentions, wordings }: DeliveredPage,
): Promise<boolean> {
  return areTakenBack(
    manager,
    network,
    [...mentions, ...wordings].map(({ externalId }) => externalId),
  );
}

/** Two systems may use the same ids: each has its own. */
function ownId(sourceId: string, id: string): string {
  return `${sourceId}|${id}`;
}

function asMention(post: HookPost, sourceId: string): PulledPage['mentions'][number] {
  return {
    externalId: ownId(sourceId, post.id),
    url: post.url ?? null,
    author: { ...post.author },
    text: post.text,
    publishedAt: new Date(post.publishedAt),
    editedAt: post.editedAt ? new Date(post.editedAt) : null,
    inReplyTo: post.inReplyTo ? ownId(sourceId, post.inReplyTo) : null,
    conversationKey: post.conversation ? ownId(sourceId, post.conversation) : null,
    own: post.own ?? false,
    hasMedia: post.hasMedia ?? false,
    extra: post.language ? { language: post.language } : null,
  };
}
