import type { NetworkCapabilities } from '#contract/networks';
import {
  type Connector,
  type FoundAgain,
  type KnownPost,
  type ListPage,
  type OutgoingReply,
  PageForgotten,
  type PublishedPost,
  type PulledPage,
  type SourceView,
  type Trial,
} from '../connector.js';
import type { QuotaLedger } from '../quota/quota-ledger.js';
import { trialItems } from '../trial-items.js';
import { notAhead } from '../walking.js';
import type { YouTubeAccess } from './youtube-api.js';
import { lookUpChannels } from './youtube-channel.js';
import { commentMention, editedWording, isCommentId } from './youtube-comment.js';
import {
  afterAnswers,
  afterThreads,
  asYouTubeCursor,
  type OpenThread,
  passedOver,
  type YouTubeCursor,
} from './youtube-cursor.js';
import { YouTubeRefused } from './youtube-failure.js';
import { readAnswers, readIds, readThreads } from './youtube-lists.js';
import { asPastMark, pastMark } from './youtube-past.js';
import { findReply, publishReply, removeReply } from './youtube-reply.js';
import { YOUTUBE_FORM, youtubeCredentials, youtubeSettings } from './youtube-settings.js';

/** Ids that one request may ask for. */
const IDS = 50;

/** YouTube by its Data API v3. Its reference: developers.google.com/youtube/v3/docs. */
export class YouTubeConnector implements Connector {
  /** YouTube knows no key of a reply. */
  readonly idempotentPublish = false;
  readonly settings = youtubeSettings;
  readonly credentials = youtubeCredentials;
  readonly capabilities: NetworkCapabilities = {
    network: 'youtube',
    realm: 'live',
    connectable: true,
    reply: true,
    post: false,
    length: { limit: 10_000, rule: 'characters' },
    push: false,
    deletions: 'looked-up',
    edits: 'looked-up',
    remove: true,
    backfill: true,
    connect: YOUTUBE_FORM,
  };

  constructor(private readonly ledger: QuotaLedger) {}

  async try(source: SourceView, signal: AbortSignal): Promise<Trial> {
    const access = this.access(source, signal);
    const { own, watched } = await lookUpChannels(access);
    await source.keepCredentials({
      ...(own ? { channelId: own.id } : {}),
      ...(watched ? { watchedChannelId: watched.id } : {}),
    });
    const page = await readThreads(access, null, 'checking');
    return {
      account: own ? (own.handle ?? own.title) : null,
      title: watched?.title ?? own?.title ?? null,
      format: null,
      items: trialItems(page.mentions),
      refused: page.refused,
    };
  }

  /** One request: answers that are still to be read come first, then the next page of threads. */
  async pull(source: SourceView, kept: unknown, signal: AbortSignal): Promise<PulledPage> {
    const access = this.access(source, signal);
    const cursor = asYouTubeCursor(kept);
    const [thread] = cursor.threads;
    if (thread) return this.pullAnswers(access, cursor, thread);
    try {
      return await this.pullThreads(access, cursor);
    } catch (error) {
      if (!(error instanceof PageForgotten)) throw error;
      return this.pullThreads(access, { ...cursor, walk: { ...cursor.walk, page: null } });
    }
  }

  /** The past, one request for each page: a page of threads, then the answers that did not come with it. */
  readonly readPage = async (
    source: SourceView,
    mark: string | null,
    signal: AbortSignal,
  ): Promise<ListPage> => {
    const access = this.access(source, signal);
    const { page, threads } = asPastMark(mark);
    const [thread, ...others] = threads;
    if (thread) {
      const { mentions, refused, next } = await this.answersOf(access, thread, 'past');
      const open = next === null ? others : [{ ...thread, page: next }, ...others];
      return { mentions, refused, times: [], next: pastMark(page, open) };
    }
    const list = await readThreads(access, page, 'past');
    return {
      mentions: list.mentions,
      refused: list.refused,
      times: list.times,
      next: pastMark(list.next, list.open),
    };
  };

  publish(source: SourceView, reply: OutgoingReply, signal: AbortSignal): Promise<PublishedPost> {
    return publishReply(this.access(source, signal), reply);
  }

  find(source: SourceView, reply: OutgoingReply, signal: AbortSignal) {
    return findReply(this.access(source, signal), reply);
  }

  remove(source: SourceView, post: PublishedPost, signal: AbortSignal): Promise<void> {
    return removeReply(this.access(source, signal), post);
  }

  async lookUp(source: SourceView, posts: readonly KnownPost[], signal: AbortSignal): Promise<FoundAgain> {
    const ids = posts.map(({ externalId }) => externalId).filter(isCommentId);
    const found: FoundAgain = { gone: [], wordings: [] };
    for (let from = 0; from < ids.length; from += IDS) {
      const some = ids.slice(from, from + IDS);
      const { there, comments } = await readIds(this.access(source, signal), some, 'reading');
      found.gone.push(...some.filter((id) => !there.has(id)));
      found.wordings.push(...comments.flatMap(editedWording));
    }
    return found;
  }

  private async pullThreads(access: YouTubeAccess, cursor: YouTubeCursor): Promise<PulledPage> {
    const page = await readThreads(access, cursor.walk.page, 'reading');
    const now = new Date();
    return {
      mentions: page.mentions.map((mention) => notAhead(mention, now)),
      refused: page.refused,
      ...afterThreads(cursor, page, now),
      ...pausing(page),
    };
  }

  private async pullAnswers(
    access: YouTubeAccess,
    cursor: YouTubeCursor,
    thread: OpenThread,
  ): Promise<PulledPage> {
    const page = await this.answersOf(access, thread, 'reading');
    const now = new Date();
    return {
      mentions: page.mentions.map((mention) => notAhead(mention, now)),
      refused: page.refused,
      ...(page.failed ? passedOver(cursor) : afterAnswers(cursor, page.next)),
      ...pausing(page),
    };
  }

  /** The answers of one thread; where YouTube will not give them, that is said, and the others are read. */
  private async answersOf(access: YouTubeAccess, thread: OpenThread, purpose: 'reading' | 'past') {
    const own = access.source.credentials['channelId'] ?? null;
    try {
      const { comments, ...page } = await readAnswers(access, thread, purpose);
      const mentions = comments.map((comment) => commentMention(comment, thread, own));
      return { ...page, mentions, failed: false };
    } catch (error) {
      if (!(error instanceof YouTubeRefused)) throw error;
      // The thread was taken back in the meantime: there is nothing to read, and nothing wrong.
      const refused =
        error.status === 404 ? [] : [{ item: 1, field: `answers of ${thread.id}`, reason: error.message }];
      return { mentions: [], refused, next: null, pauseUntil: null, failed: true };
    }
  }

  private access(source: SourceView, signal: AbortSignal): YouTubeAccess {
    return { source, ledger: this.ledger, signal };
  }
}

function pausing({ pauseUntil }: { pauseUntil: Date | null }): Pick<PulledPage, 'pauseUntil'> {
  return pauseUntil ? { pauseUntil } : {};
}
