import { z } from 'zod';
import type { NetworkCapabilities } from '#contract/networks';
import {
  type Connector,
  type FoundAgain,
  type KnownPost,
  type ListPage,
  type OutgoingReply,
  PageForgotten,
  type PublishedPost,
  ReplyRefused,
  SourceNeedsAttention,
  type SourceView,
  type Trial,
} from '../connector.js';
import { beforePublishing, type NetworkAnswer, saidBy } from '../network-request.js';
import { readableItems } from '../readable-items.js';
import { trialItems } from '../trial-items.js';
import { pullByWalk } from '../walking.js';
import {
  type BlueskyPost,
  postMention,
  postSchema,
  postUrl,
  publishedAt,
  wordingOf,
} from './bluesky-post.js';
import { askBluesky, ownAccount } from './bluesky-session.js';
import {
  BLUESKY_FORM,
  blueskyCredentials,
  type BlueskySettings,
  blueskySettings,
} from './bluesky-settings.js';
import { facetsOf } from './facets.js';
import { blueskyStreams, jetstream } from './jetstream.js';
import { recordKey } from './record-key.js';

const PAGE = '50';
const COLLECTION = 'app.bsky.feed.post';
/** Posts that `app.bsky.feed.getPosts` gives at once. */
const POSTS_AT_ONCE = 25;

/** Any server of the AT Protocol that offers Bluesky's views. Its reference: docs.bsky.app/docs/api. */
export class BlueskyConnector implements Connector {
  /** A repository holds a record key only once, and the key follows from the reply. */
  readonly idempotentPublish = true;
  readonly settings = blueskySettings;
  readonly credentials = blueskyCredentials;
  readonly capabilities: NetworkCapabilities = {
    network: 'bluesky',
    realm: 'live',
    connectable: true,
    reply: true,
    post: true,
    length: { limit: 300, rule: 'graphemes' },
    push: false,
    deletions: 'told',
    edits: 'told',
    remove: true,
    backfill: true,
    connect: BLUESKY_FORM,
  };

  /** @param quietMs longest silence of a live connection, answers to our pings included */
  constructor(private readonly quietMs?: number) {}

  async try(source: SourceView, signal: AbortSignal): Promise<Trial> {
    const { handle } = await ownAccount(source, signal);
    const page = await this.readPage(source, null, signal);
    return {
      account: `@${handle}`,
      title: handle,
      format: null,
      items: trialItems(page.mentions),
      refused: page.refused,
    };
  }

  pull = (source: SourceView, cursor: unknown, signal: AbortSignal) =>
    pullByWalk(this.readPage, source, cursor, signal);

  readonly streams = blueskyStreams;

  stream(source: SourceView, signal: AbortSignal, mark: string | null) {
    return jetstream(source, signal, mark, this.quietMs);
  }

  readonly readPage = async (
    source: SourceView,
    page: string | null,
    signal: AbortSignal,
  ): Promise<ListPage> => {
    const { watch, term } = blueskySettings.parse(source.settings);
    const { method, query, list } = listOf(watch, term ?? '');
    const answer = await askBluesky(
      source,
      method,
      { query: { ...query, limit: PAGE, cursor: page ?? undefined } },
      signal,
    );
    if (answer.status === 400 && page !== null) throw new PageForgotten(saidBy(answer.json));
    const json = z.object({ cursor: z.string().optional() }).loose().parse(mustSucceed(answer).json);
    const { items, refused } = readableItems(list(json), postSchema);
    const { did } = await ownAccount(source, signal);
    return {
      mentions: items.map((post) => postMention(post, did)),
      times: items.map((post) => (watch === 'mentions' ? post.indexedAt : publishedAt(post))),
      refused,
      next: json.cursor ?? null,
    };
  };

  async publish(source: SourceView, reply: OutgoingReply, signal: AbortSignal): Promise<PublishedPost> {
    const { under, did } = await this.prepared(source, reply, signal).catch((error: unknown) => {
      throw beforePublishing(error);
    });
    if (!under) throw new ReplyRefused('post-deleted', 'the network does not find the post any more');
    const facets = facetsOf(reply.text);
    const answer = await askBluesky(
      source,
      'com.atproto.repo.createRecord',
      {
        method: 'POST',
        body: {
          repo: did,
          collection: COLLECTION,
          rkey: recordKey(reply.idempotencyKey),
          record: {
            $type: COLLECTION,
            text: reply.text,
            createdAt: new Date().toISOString(),
            ...under,
            ...(facets.length > 0 ? { facets } : {}),
          },
        },
        failure: ({ status, json }) => (status === 500 ? new ServerFailed(saidBy(json)) : null),
      },
      signal,
    ).catch((error: unknown) => {
      if (error instanceof ServerFailed) return error;
      throw error;
    });
    if (answer.status < 300) return published(z.object({ uri: z.string() }).parse(answer.json).uri);
    const words = saidBy(answer.json) || `the server answered ${answer.status}`;
    // The key is taken: by this very reply, whose first answer was lost. The repository says so itself, and the reference
    // server has no better word for it than 500.
    const there = await this.find(source, reply, signal).catch(() => 'unknown' as const);
    if (typeof there === 'object') return there;
    if (there === 'unknown' || answer.status >= 500) throw new Error(words);
    throw new ReplyRefused(/long|grapheme/i.test(words) ? 'network-text-too-long' : 'network-refused', words);
  }

  async find(
    source: SourceView,
    reply: OutgoingReply,
    signal: AbortSignal,
  ): Promise<PublishedPost | 'none' | 'unknown'> {
    const { did } = await ownAccount(source, signal);
    const rkey = recordKey(reply.idempotencyKey);
    const query = { repo: did, collection: COLLECTION, rkey };
    const answer = await askBluesky(source, 'com.atproto.repo.getRecord', { query }, signal);
    if (answer.status < 300) return published(z.object({ uri: z.string() }).parse(answer.json).uri);
    const code = (answer.json as { error?: unknown } | null)?.error;
    // Older servers say it in words only.
    const missing = code === 'RecordNotFound' || /could not locate record/i.test(saidBy(answer.json));
    return missing ? 'none' : 'unknown';
  }

  /** The network answers the same whether the record was still there or not. */
  async remove(source: SourceView, { externalId }: PublishedPost, signal: AbortSignal): Promise<void> {
    const { did } = await ownAccount(source, signal);
    const body = { repo: did, collection: COLLECTION, rkey: externalId.split('/').at(-1) };
    const answer = await askBluesky(
      source,
      'com.atproto.repo.deleteRecord',
      { method: 'POST', body },
      signal,
    );
    if (answer.status >= 300) throw new ReplyRefused('network-refused', saidBy(answer.json));
  }

  /** A record can be put again with other words; its views do not say when that was. */
  async lookUp(source: SourceView, posts: readonly KnownPost[], signal: AbortSignal): Promise<FoundAgain> {
    const found: FoundAgain = { gone: [], wordings: [] };
    for (let from = 0; from < posts.length; from += POSTS_AT_ONCE) {
      const uris = posts.slice(from, from + POSTS_AT_ONCE).map(({ externalId }) => externalId);
      const at = new Date();
      const there = await this.posts(source, uris, signal);
      found.gone.push(...uris.filter((uri) => !there.has(uri)));
      const { items } = readableItems([...there.values()], postSchema);
      found.wordings.push(...items.map((post) => wordingOf(post, at)));
    }
    return found;
  }

  /** Who we are there, and what the post hangs below: nothing for a post of its own; null where that is gone. */
  private async prepared(source: SourceView, reply: OutgoingReply, signal: AbortSignal) {
    const { did } = await ownAccount(source, signal);
    const uri = reply.inReplyToExternalId;
    if (uri === null) return { did, under: {} };
    const there = await this.posts(source, [uri], signal);
    if (!there.has(uri)) return { did, under: null };
    const parent: BlueskyPost = postSchema.parse(there.get(uri));
    const to = { uri: parent.uri, cid: parent.cid };
    return { did, under: { reply: { root: parent.record.reply?.root ?? to, parent: to } } };
  }

  /** What the network has of these, by address; whole, whether we can read it or not. */
  private async posts(
    source: SourceView,
    uris: string[],
    signal: AbortSignal,
  ): Promise<Map<string, unknown>> {
    const answer = mustSucceed(
      await askBluesky(source, 'app.bsky.feed.getPosts', { query: { uris } }, signal),
    );
    const { posts } = z.object({ posts: z.array(z.object({ uri: z.string() }).loose()) }).parse(answer.json);
    return new Map(posts.map((post) => [post.uri, post]));
  }
}

/** A 500, which the server may have answered for a key that is taken. */
class ServerFailed extends Error {
  readonly status = 500;
  readonly json: unknown;

  constructor(message: string) {
    super(message);
    this.json = { message };
  }
}

function listOf(
  watch: BlueskySettings['watch'],
  term: string,
): {
  method: string;
  query: Record<string, string | string[]>;
  list: (json: Record<string, unknown>) => unknown[];
} {
  const array = (value: unknown) => z.array(z.unknown()).parse(value);
  const feed = (json: Record<string, unknown>) =>
    // A repost by the account is somebody else's post, shown a second time.
    array(json['feed']).flatMap((item) => {
      const { reason, post } = (item ?? {}) as { reason?: unknown; post?: unknown };
      return reason ? [] : [post];
    });
  switch (watch) {
    case 'mentions':
      return {
        method: 'app.bsky.notification.listNotifications',
        query: { reasons: ['mention', 'reply', 'quote'] },
        list: (json) =>
          array(json['notifications']).filter((item) => {
            const reason = (item as { reason?: unknown } | null)?.reason;
            return typeof reason !== 'string' || ['mention', 'reply', 'quote'].includes(reason);
          }),
      };
    case 'search':
      return {
        method: 'app.bsky.feed.searchPosts',
        query: { q: term, sort: 'latest' },
        list: (json) => array(json['posts']),
      };
    case 'account':
      return { method: 'app.bsky.feed.getAuthorFeed', query: { actor: term.replace(/^@/, '') }, list: feed };
    case 'list':
      return { method: 'app.bsky.feed.getListFeed', query: { list: term }, list: feed };
  }
}

function mustSucceed(answer: NetworkAnswer): NetworkAnswer {
  const { status, json } = answer;
  if (status < 300) return answer;
  const words = saidBy(json) || `the server answered ${status}`;
  if (status === 403) throw new SourceNeedsAttention('rights-missing', words);
  if (status === 404 || (status === 400 && /not found|not exist|invalid handle/i.test(words)))
    throw new SourceNeedsAttention('not-at-network', words);
  throw new Error(words);
}

function published(uri: string): PublishedPost {
  return { externalId: uri, url: postUrl(uri) };
}
