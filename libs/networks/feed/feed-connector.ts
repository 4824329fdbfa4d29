import { z } from 'zod';
import type { NetworkCapabilities } from '#contract/networks';
import { anyAddress, guardedFetch, isPublicAddress } from '#platform/outgoing';
import {
  type Connector,
  type PulledPage,
  RetryLater,
  SourceNeedsAttention,
  type SourceView,
} from '../connector.js';
import { FeedUnreadable, readFeed } from './feed-item.js';
import { feedMentions } from './feed-mention.js';

const settingsSchema = z.object({ url: z.string(), allowPrivateAddress: z.boolean().default(false) });
const cursorSchema = z
  .object({ etag: z.string().nullable(), lastModified: z.string().nullable() })
  .catch({ etag: null, lastModified: null });

/** Press and blogs: RSS, Atom, RDF and JSON Feed, by conditional GET. Nothing can be answered there. */
export class FeedConnector implements Connector {
  readonly idempotentPublish = false;
  readonly capabilities: NetworkCapabilities = {
    network: 'feed',
    realm: 'live',
    connectable: true,
    reply: false,
    length: { limit: 2000, rule: 'characters' },
    push: false,
    deleteEvents: false,
    remove: false,
  };

  constructor(private readonly now: () => Date = () => new Date()) {}

  async pull(source: SourceView, cursor: unknown, signal: AbortSignal): Promise<PulledPage> {
    const settings = settingsSchema.parse(source.settings);
    const seen = cursorSchema.parse(cursor);
    const answer = await guardedFetch(settings.url, {
      mayReach: settings.allowPrivateAddress ? anyAddress : isPublicAddress,
      signal,
      headers: {
        accept:
          'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8',
        ...(seen.etag ? { 'if-none-match': seen.etag } : {}),
        ...(seen.lastModified ? { 'if-modified-since': seen.lastModified } : {}),
      },
    });
    if (answer.status === 304) return { mentions: [], cursor: seen, more: false, refused: [] };
    this.refuseUnlessGood(answer.status, answer.headers.get('retry-after'));
    const feed = this.read(answer.body);
    return {
      ...feedMentions(feed.items, answer.url, feed.title, this.now()),
      cursor: { etag: answer.headers.get('etag'), lastModified: answer.headers.get('last-modified') },
      more: false,
    };
  }

  private refuseUnlessGood(status: number, retryAfter: string | null): void {
    if (status >= 200 && status < 300) return;
    if (status === 429 || status === 503) {
      throw new RetryLater(
        retryMoment(retryAfter, this.now()),
        `the site answered ${status}: it asks for a pause`,
      );
    }
    if ([401, 403, 404, 410].includes(status)) {
      throw new SourceNeedsAttention('feed-unreachable', `the site answered ${status}`);
    }
    throw new Error(`the site answered ${status}`);
  }

  private read(body: string) {
    try {
      return readFeed(body);
    } catch (error) {
      if (error instanceof FeedUnreadable) throw new SourceNeedsAttention('feed-unreadable', error.message);
      throw error;
    }
  }
}

/** Retry-After gives seconds or a date (RFC 9110, 10.2.3); without it, a quarter of an hour. From a second to a day. */
function retryMoment(header: string | null, now: Date): Date {
  const given = header?.trim() || null;
  const seconds = Number(given ?? NaN);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(given ?? '') - now.getTime();
  return new Date(now.getTime() + Math.min(Math.max(Number.isNaN(wait) ? 900_000 : wait, 1000), 86_400_000));
}
