import { z } from 'zod';
import type { NetworkCapabilities } from '#contract/networks';
import {
  type Connector,
  type FoundAgain,
  type KnownPost,
  type ListPage,
  type OutgoingReply,
  type PublishedPost,
  ReplyRefused,
  type SourceView,
  type Trial,
} from '../connector.js';
import { beforePublishing, saidBy } from '../network-request.js';
import { readableItems } from '../readable-items.js';
import { trialItems } from '../trial-items.js';
import { pullByWalk } from '../walking.js';
import { askMastodon, type MastodonCall, mustSucceed, nextMaxId } from './mastodon-api.js';
import {
  MASTODON_FORM,
  mastodonCredentials,
  type MastodonSettings,
  mastodonSettings,
} from './mastodon-settings.js';
import {
  fullHandle,
  editedWording,
  isPublicPost,
  type MastodonStatus,
  notificationSchema,
  sameText,
  statusMention,
  statusSchema,
  statusText,
} from './mastodon-status.js';
import { mastodonStream, mastodonStreams } from './mastodon-stream.js';

const PAGE = '40';
/** Own posts looked through when a reply is read back. */
const OWN_PAGES = 5;
/** The server's clock and ours may differ by this much. */
const CLOCKS_MS = 120_000;

/** Any server that speaks the API of Mastodon 4. Its reference: docs.joinmastodon.org/methods. */
export class MastodonConnector implements Connector {
  /** Mastodon keeps an Idempotency-Key for an hour; an unanswered try is read back and repeated within minutes. */
  readonly idempotentPublish = true;
  readonly settings = mastodonSettings;
  readonly credentials = mastodonCredentials;
  readonly capabilities: NetworkCapabilities = {
    network: 'mastodon',
    realm: 'live',
    connectable: true,
    reply: true,
    post: true,
    length: { limit: 500, rule: 'mastodon' },
    push: true,
    deletions: 'told',
    edits: 'told',
    remove: true,
    backfill: true,
    connect: MASTODON_FORM,
  };

  /** @param quietMs longest silence of a live connection; servers say every 15 seconds that they are there */
  constructor(private readonly quietMs?: number) {}

  async try(source: SourceView, signal: AbortSignal): Promise<Trial> {
    const own = await this.ownAccount(source, signal);
    const account = fullHandle(own.acct, hostOf(source));
    const page = await this.readPage({ ...source, account }, null, signal);
    return {
      account,
      title: own.display_name || own.acct,
      format: null,
      items: trialItems(page.mentions),
      refused: page.refused,
    };
  }

  pull = (source: SourceView, cursor: unknown, signal: AbortSignal) =>
    pullByWalk(this.readPage, source, cursor, signal);

  readonly streams = mastodonStreams;

  stream(source: SourceView, signal: AbortSignal) {
    return mastodonStream(source, signal, this.quietMs);
  }

  readonly readPage = async (
    source: SourceView,
    page: string | null,
    signal: AbortSignal,
  ): Promise<ListPage> => {
    const settings = settingsOf(source);
    const { path, query } = await this.listOf(source, settings, signal);
    const answer = mustSucceed(
      await askMastodon(
        source,
        path,
        { query: { ...query, limit: PAGE, max_id: page ?? undefined } },
        signal,
      ),
    );
    const list = z.array(z.unknown()).parse(answer.json);
    const next = nextMaxId(answer.headers);
    if (settings.watch === 'mentions') {
      const { items, refused } = readableItems(list, notificationSchema);
      const statuses = items.map(({ status }) => status).filter(isPublicPost);
      return {
        mentions: this.mentions(statuses, source),
        times: items.map((one) => one.created_at),
        refused,
        next,
      };
    }
    const { items, refused } = readableItems(list, statusSchema);
    return {
      mentions: this.mentions(items.filter(isPublicPost), source),
      times: items.map((status) => status.created_at),
      refused,
      next,
    };
  };

  /** Where the text may not have left yet nothing is uncertain: only the answer to the posting itself can be lost. */
  async publish(source: SourceView, reply: OutgoingReply, signal: AbortSignal): Promise<PublishedPost> {
    const under = await this.under(source, reply, signal).catch((error: unknown) => {
      throw beforePublishing(error);
    });
    if (under === null) throw new ReplyRefused('post-deleted', 'the server does not find the post any more');
    const answer = await askMastodon(
      source,
      '/api/v1/statuses',
      {
        method: 'POST',
        headers: { 'idempotency-key': reply.idempotencyKey },
        body: { status: reply.text, ...under, visibility: 'public' },
      },
      signal,
    );
    if (answer.status >= 300) throw refusal(answer.status, saidBy(answer.json));
    return published(statusSchema.pick({ uri: true, url: true }).parse(answer.json));
  }

  /** Looks through our own posts back to the one that was answered, or to the moment at which a post was asked for. */
  async find(
    source: SourceView,
    reply: OutgoingReply,
    signal: AbortSignal,
  ): Promise<PublishedPost | 'none' | 'unknown'> {
    const under = await this.under(source, reply, signal);
    if (under === null) return 'unknown';
    const parentId = under.in_reply_to_id ?? null;
    const isOlder = ({ id, created_at: at }: MastodonStatus) =>
      parentId === null ? at.getTime() < reply.askedAt.getTime() - CLOCKS_MS : isLower(id, parentId);
    const own = await this.ownAccount(source, signal);
    let maxId: string | null = null;
    for (let page = 0; page < OWN_PAGES; page++) {
      const answer = mustSucceed(
        await askMastodon(
          source,
          `/api/v1/accounts/${encodeURIComponent(own.id)}/statuses`,
          { query: { limit: PAGE, exclude_reblogs: 'true', max_id: maxId ?? undefined } },
          signal,
        ),
      );
      const { items, refused } = readableItems(z.array(z.unknown()).parse(answer.json), statusSchema);
      const ours = items.find(
        (status) =>
          (status.in_reply_to_id ?? null) === parentId &&
          (parentId !== null || !isOlder(status)) &&
          sameText(statusText(status), reply.text),
      );
      if (ours) return published(ours);
      if (refused.length > 0) return 'unknown';
      maxId = nextMaxId(answer.headers);
      if (maxId === null || items.some(isOlder)) return 'none';
    }
    return 'unknown';
  }

  /** What the post hangs below, as this server knows it: nothing for a post of its own; null where that is not there. */
  private async under(
    source: SourceView,
    { inReplyToExternalId: answered }: OutgoingReply,
    signal: AbortSignal,
  ): Promise<{ in_reply_to_id?: string } | null> {
    if (answered === null) return {};
    const id = await this.localId(source, answered, signal);
    return id === null ? null : { in_reply_to_id: id };
  }

  async remove(source: SourceView, { externalId }: PublishedPost, signal: AbortSignal): Promise<void> {
    const id = await this.localId(source, externalId, signal);
    if (id === null) return;
    const answer = await askMastodon(
      source,
      `/api/v1/statuses/${encodeURIComponent(id)}`,
      { method: 'DELETE' },
      signal,
    );
    if (answer.status >= 300 && answer.status !== 404) throw refusal(answer.status, saidBy(answer.json));
  }

  /**
   * `GET /api/v1/statuses?id[]=` (4.3) leaves out what is not there; an older server is not asked. Of posts that mention us
   * no stream tells when they are edited.
   */
  async lookUp(source: SourceView, posts: readonly KnownPost[], signal: AbortSignal): Promise<FoundAgain> {
    const asked = posts.flatMap(({ externalId, extra }) =>
      typeof extra?.['localId'] === 'string' ? [{ externalId, localId: extra['localId'] }] : [],
    );
    const found: FoundAgain = { gone: [], wordings: [] };
    for (let from = 0; from < asked.length; from += 20) {
      const some = asked.slice(from, from + 20);
      const answer = await askMastodon(
        source,
        '/api/v1/statuses',
        { query: { 'id[]': some.map(({ localId }) => localId) } },
        signal,
      );
      if (answer.status >= 300) return found;
      const list = z.array(z.looseObject({ id: z.string() })).parse(answer.json);
      const there = new Set(list.map(({ id }) => id));
      found.gone.push(
        ...some.filter(({ localId }) => !there.has(localId)).map(({ externalId }) => externalId),
      );
      found.wordings.push(...readableItems(list, statusSchema).items.flatMap(editedWording));
    }
    return found;
  }

  private mentions(statuses: Parameters<typeof statusMention>[0][], source: SourceView) {
    return statuses.map((status) => statusMention(status, hostOf(source), source.account));
  }

  private async listOf(
    source: SourceView,
    { watch, term = '' }: MastodonSettings,
    signal: AbortSignal,
  ): Promise<{ path: string; query: MastodonCall['query'] }> {
    switch (watch) {
      case 'mentions':
        return { path: '/api/v1/notifications', query: { 'types[]': ['mention'] } };
      case 'hashtag':
        return { path: `/api/v1/timelines/tag/${encodeURIComponent(term)}`, query: {} };
      case 'list':
        return { path: `/api/v1/timelines/list/${encodeURIComponent(term)}`, query: {} };
      case 'local':
        return { path: '/api/v1/timelines/public', query: { local: 'true' } };
      case 'public':
        return { path: '/api/v1/timelines/public', query: {} };
      case 'account': {
        const found = mustSucceed(
          await askMastodon(source, '/api/v1/accounts/lookup', { query: { acct: term } }, signal),
        );
        const { id } = z.object({ id: z.string() }).parse(found.json);
        return {
          path: `/api/v1/accounts/${encodeURIComponent(id)}/statuses`,
          query: { exclude_reblogs: 'true' },
        };
      }
    }
  }

  private async ownAccount(source: SourceView, signal: AbortSignal) {
    const answer = mustSucceed(await askMastodon(source, '/api/v1/accounts/verify_credentials', {}, signal));
    return z
      .object({ id: z.string(), acct: z.string(), display_name: z.string().nullish() })
      .parse(answer.json);
  }

  /** The id that this server knows a post by; null when it is not there. */
  private async localId(source: SourceView, uri: string, signal: AbortSignal): Promise<string | null> {
    const answer = mustSucceed(
      await askMastodon(
        source,
        '/api/v2/search',
        { query: { q: uri, type: 'statuses', resolve: 'true', limit: '5' } },
        signal,
      ),
    );
    const found = z.object({ statuses: z.array(z.unknown()) }).parse(answer.json).statuses;
    return readableItems(found, statusSchema).items.find((status) => status.uri === uri)?.id ?? null;
  }
}

function settingsOf(source: SourceView): MastodonSettings {
  return mastodonSettings.parse(source.settings);
}

function hostOf(source: SourceView): string {
  return new URL(settingsOf(source).server).host;
}

function published({ uri, url }: { uri: string; url?: string | null | undefined }): PublishedPost {
  return { externalId: uri, url: url ?? null };
}

/** Ids of a server rise with time; a longer one is the higher one. */
function isLower(id: string, than: string): boolean {
  return id.length === than.length ? id < than : id.length < than.length;
}

function refusal(status: number, said: string): ReplyRefused {
  const words = said || `the server answered ${status}`;
  if (status === 404) return new ReplyRefused('post-deleted', words);
  if (status === 422 && /limit|too long/i.test(words))
    return new ReplyRefused('network-text-too-long', words);
  if (status === 403 && /block/i.test(words)) return new ReplyRefused('author-blocked', words);
  return new ReplyRefused('network-refused', words);
}
