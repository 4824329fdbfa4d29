import { z } from 'zod';
import type { NetworkCapabilities } from '#contract/networks';
import {
  type Connector,
  type KnownPost,
  type ListPage,
  PageForgotten,
  type PulledPage,
  type SourceView,
  SourceNeedsAttention,
  type Trial,
} from '../connector.js';
import { trialItems } from '../trial-items.js';
import { notAhead } from '../walking.js';
import { askX } from './x-api.js';
import { afterPage, asXCursor, isPostId, startOf, type XCursor } from './x-cursor.js';
import { notListed, readList, type XList } from './x-lists.js';
import { isRepost, xMention, xUserSchema } from './x-post.js';
import { findReply, publishReply, removeReply } from './x-reply.js';
import { ownId } from './x-account.js';
import { searchQuery, X_FORM, xCredentials, xSettings } from './x-settings.js';
import { xStream, xStreams } from './x-stream.js';

const PAGE = 100;
/** The live check shows a few; X counts every post that it gives. */
const TRIAL_PAGE = 10;

/** X by its API v2. Its reference: docs.x.com/x-api. */
export class XConnector implements Connector {
  /** X knows no key of a reply; that it refuses the same words twice holds for a while only. */
  readonly idempotentPublish = false;
  readonly settings = xSettings;
  readonly credentials = xCredentials;
  readonly capabilities: NetworkCapabilities = {
    network: 'x',
    realm: 'live',
    connectable: true,
    reply: true,
    length: { limit: 280, rule: 'x-weighted' },
    push: false,
    deleteEvents: false,
    remove: true,
    backfill: true,
    connect: X_FORM,
  };

  /** @param quietMs longest silence of a live connection; X says every 20 seconds that it is there */
  constructor(private readonly quietMs?: number) {}

  async try(source: SourceView, signal: AbortSignal): Promise<Trial> {
    const { json, headers } = await askX(source, { path: 'users/me' }, signal).catch((error: unknown) => {
      throw notListed(error, null);
    });
    if (headers.get('x-access-level') === 'read') {
      throw new SourceNeedsAttention('rights-missing', 'the access token may read only, not write');
    }
    const me = z.object({ data: xUserSchema }).parse(json).data;
    await source.keepCredentials({ userId: me.id });
    const list = await this.list(source, { page: null, start: {}, size: TRIAL_PAGE }, signal);
    return {
      account: `@${me.username}`,
      title: me.name || me.username,
      format: null,
      items: trialItems(mentionsOf(list, me.id)),
      refused: list.refused,
    };
  }

  async pull(source: SourceView, kept: unknown, signal: AbortSignal): Promise<PulledPage> {
    const cursor = asXCursor(kept);
    try {
      return await this.pullPage(source, cursor, signal);
    } catch (error) {
      if (!(error instanceof PageForgotten)) throw error;
      return this.pullPage(source, { ...cursor, token: null }, signal);
    }
  }

  readonly streams = xStreams;

  stream(source: SourceView, signal: AbortSignal) {
    return xStream(source, signal, this.quietMs);
  }

  readonly readPage = async (
    source: SourceView,
    page: string | null,
    signal: AbortSignal,
  ): Promise<ListPage> => {
    const list = await this.list(source, { page, start: {}, size: PAGE }, signal);
    return {
      mentions: mentionsOf(list, ownId(source)),
      times: list.posts.map((post) => post.created_at),
      refused: list.refused,
      next: list.next,
    };
  };

  publish = publishReply;
  find = findReply;
  remove = removeReply;

  /** What X does not show any more may not be kept either: deleted, or behind a lock or a suspension. */
  async gone(source: SourceView, posts: readonly KnownPost[], signal: AbortSignal): Promise<string[]> {
    const ids = posts.map(({ externalId }) => externalId).filter(isPostId);
    if (ids.length === 0) return [];
    const { missing } = await readList(source, 'tweets', { ids: ids.join(',') }, signal);
    return missing.filter((id) => ids.includes(id));
  }

  private async pullPage(source: SourceView, cursor: XCursor, signal: AbortSignal): Promise<PulledPage> {
    const now = new Date();
    const searching = searchQuery(xSettings.parse(source.settings)) !== null;
    const start = startOf(cursor.since, now, searching);
    const list = await this.list(source, { page: cursor.token, start, size: PAGE }, signal);
    const step = afterPage(cursor, { ids: list.posts.map(({ id }) => id), next: list.next }, now);
    return {
      mentions: mentionsOf(list, ownId(source)).map((mention) => notAhead(mention, now)),
      refused: list.refused,
      cursor: step.cursor,
      more: step.more,
      ...(list.pauseUntil && step.more ? { pauseUntil: list.pauseUntil } : {}),
    };
  }

  private list(
    source: SourceView,
    { page, start, size }: { page: string | null; start: ReturnType<typeof startOf>; size: number },
    signal: AbortSignal,
  ): Promise<XList> {
    const query = searchQuery(xSettings.parse(source.settings));
    const shared = { ...start, max_results: size };
    const listed =
      query === null
        ? readList(
            source,
            `users/${ownId(source)}/mentions`,
            { ...shared, pagination_token: page ?? undefined },
            signal,
          )
        : readList(
            source,
            'tweets/search/recent',
            { ...shared, query, next_token: page ?? undefined },
            signal,
          );
    return listed.catch((error: unknown) => {
      throw notListed(error, page);
    });
  }
}

function mentionsOf({ posts, authors }: XList, own: string): PulledPage['mentions'] {
  return posts
    .filter((post) => !isRepost(post))
    .map((post) => xMention(post, authors.get(post.author_id ?? ''), own));
}
