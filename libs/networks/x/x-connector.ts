import { z } from 'zod';
import type { NetworkCapabilities } from '#contract/networks';
import {
  type Connector,
  type FoundAgain,
  type KnownPost,
  type ListPage,
  PageForgotten,
  type PulledPage,
  type SourceView,
  SourceNeedsAttention,
  type TopicPlan,
  type TopicToFollow,
  type Trial,
} from '../connector.js';
import { trialItems } from '../trial-items.js';
import { askX } from './x-api.js';
import { afterPage, asXCursor, isPostId, startOf, type XCursor } from './x-cursor.js';
import { notListed, readList } from './x-lists.js';
import { editedWording, type XPost, xUserSchema } from './x-post.js';
import {
  followsTopics,
  mentionsOf,
  NO_POSTS,
  PAGE,
  pulledPage,
  pullTopics,
  readOf,
  readTopicsPast,
  readWatched,
} from './x-reading.js';
import { findReply, publishReply, removeReply } from './x-reply.js';
import { ownId } from './x-account.js';
import { searchQuery, X_FORM, xCredentials, xSettings } from './x-settings.js';
import { planTopics, X_LIMITS } from './topic-plan.js';
import { applicationOf } from './x-application.js';
import { xStreams, XStreams } from './x-stream.js';
import { keepRules, takeRulesAway } from './x-stream-rules.js';

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
    post: true,
    length: { limit: 280, rule: 'x-weighted' },
    push: false,
    deletions: 'looked-up',
    edits: 'looked-up',
    remove: true,
    backfill: true,
    connect: X_FORM,
  };

  private readonly live: XStreams;

  /** @param quietMs longest silence of a live connection; X says every 20 seconds that it is there */
  constructor(quietMs?: number) {
    this.live = new XStreams(quietMs);
  }

  async try(source: SourceView, signal: AbortSignal): Promise<Trial> {
    const { json, headers } = await askX(source, { path: 'users/me' }, signal).catch((error: unknown) => {
      throw notListed(error, null);
    });
    if (headers.get('x-access-level') === 'read') {
      throw new SourceNeedsAttention('rights-missing', 'the access token may read only, not write');
    }
    const me = z.object({ data: xUserSchema }).parse(json).data;
    await source.keepCredentials({ userId: me.id });
    const asked = { page: null, start: {}, size: TRIAL_PAGE };
    const list = followsTopics(source) ? NO_POSTS : await readWatched(source, asked, signal);
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
  readonly sharing = applicationOf;
  readonly keepRules = keepRules;
  readonly takeRulesAway = takeRulesAway;

  planTopics(settings: Record<string, unknown>, topics: readonly TopicToFollow[]): TopicPlan {
    const { enterprise } = xSettings.parse(settings);
    return planTopics(topics, enterprise ? X_LIMITS.enterprise : X_LIMITS.usual);
  }

  stream(source: SourceView, signal: AbortSignal) {
    return this.live.listen(source, signal);
  }

  readonly readPage = async (
    source: SourceView,
    page: string | null,
    signal: AbortSignal,
  ): Promise<ListPage> => {
    if (followsTopics(source)) return readTopicsPast(source, page, signal);
    const list = await readWatched(source, { page, start: {}, size: PAGE }, signal);
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
  async lookUp(source: SourceView, known: readonly KnownPost[], signal: AbortSignal): Promise<FoundAgain> {
    const ids = known.map(({ externalId }) => externalId).filter(isPostId);
    if (ids.length === 0) return { gone: [], wordings: [] };
    const { missing, posts } = await readList(source, 'tweets', { ids: ids.join(',') }, signal);
    const newest = await this.newestOf(source, posts, signal);
    return {
      gone: missing.filter((id) => ids.includes(id)),
      wordings: [...posts, ...newest].flatMap(editedWording),
    };
  }

  /** Asked for by its first id, an edited post may be given as it was then, with the ids of the later versions. */
  private async newestOf(source: SourceView, posts: readonly XPost[], signal: AbortSignal) {
    const ids = posts.flatMap(({ id, versions }) => {
      const newest = versions.at(-1) ?? id;
      return newest === id ? [] : [newest];
    });
    if (ids.length === 0) return [];
    return (await readList(source, 'tweets', { ids: ids.join(',') }, signal)).posts;
  }

  private async pullPage(source: SourceView, cursor: XCursor, signal: AbortSignal): Promise<PulledPage> {
    const now = new Date();
    if (followsTopics(source)) return pullTopics(source, cursor, now, signal);
    const searching = searchQuery(xSettings.parse(source.settings)) !== null;
    const start = startOf(cursor.since, now, searching);
    const list = await readWatched(source, { page: cursor.token, start, size: PAGE }, signal);
    return pulledPage(source, list, afterPage(cursor, readOf(list), now), now);
  }
}
