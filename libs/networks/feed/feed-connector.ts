import { z } from 'zod';
import type { NetworkCapabilities } from '#contract/networks';
import { AddressRefused, anyAddress, guardedFetch, isPublicAddress } from '#platform/outgoing';
import { allowPrivateAddress } from '../connect-settings.js';
import {
  type Connector,
  type PulledPage,
  RetryLater,
  SourceNeedsAttention,
  type SourceView,
  type Trial,
} from '../connector.js';
import { retryMoment } from '../retry-moment.js';
import { feedsNamedBy } from './feed-discovery.js';
import { FeedUnreadable, readFeed } from './feed-item.js';
import { feedMentions } from './feed-mention.js';

const settingsSchema = z
  .object({
    url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).max(2000),
    allowPrivateAddress,
  })
  .strict();
const cursorSchema = z
  .object({ etag: z.string().nullable(), lastModified: z.string().nullable() })
  .catch({ etag: null, lastModified: null });

/** Press and blogs: RSS, Atom, RDF and JSON Feed, by conditional GET. Nothing can be answered there. */
export class FeedConnector implements Connector {
  readonly idempotentPublish = false;
  readonly settings = settingsSchema;
  readonly capabilities: NetworkCapabilities = {
    network: 'feed',
    realm: 'live',
    connectable: true,
    reply: false,
    length: { limit: 2000, rule: 'characters' },
    push: false,
    deleteEvents: false,
    remove: false,
    backfill: false,
    connect: {
      watches: [],
      everySeconds: 300,
      fields: [
        { name: 'url', kind: 'url', required: true, watches: null, usual: null },
        { name: 'allowPrivateAddress', kind: 'flag', required: false, watches: null, usual: null },
      ],
    },
  };

  constructor(private readonly now: () => Date = () => new Date()) {}

  async try(source: SourceView, signal: AbortSignal): Promise<Trial> {
    const settings = settingsSchema.parse(source.settings);
    const answer = await guardedFetch(settings.url, {
      mayReach: settings.allowPrivateAddress ? anyAddress : isPublicAddress,
      signal,
    }).catch((error: unknown) => {
      throw error instanceof AddressRefused
        ? new SourceNeedsAttention('address-refused', error.message)
        : new SourceNeedsAttention(
            'feed-unreachable',
            error instanceof Error ? error.message : String(error),
          );
    });
    if (answer.status !== 200)
      throw new SourceNeedsAttention('feed-unreachable', `the site answered ${answer.status}`);
    const feed = this.readOrPoint(answer.body, answer.url);
    return {
      account: null,
      title: feed.title,
      format: feed.format,
      items: feed.items.map((item) => ({
        title: item.title || item.text.slice(0, 120),
        url: item.url,
        publishedAt: item.publishedAt,
      })),
      refused: feedMentions(feed.items, answer.url, feed.title, this.now()).refused,
    };
  }

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
    this.refuseUnlessGood(answer.status, answer.headers);
    const feed = this.read(answer.body);
    return {
      ...feedMentions(feed.items, answer.url, feed.title, this.now()),
      cursor: { etag: answer.headers.get('etag'), lastModified: answer.headers.get('last-modified') },
      more: false,
    };
  }

  private refuseUnlessGood(status: number, headers: Headers): void {
    if (status >= 200 && status < 300) return;
    if (status === 429 || status === 503) {
      throw new RetryLater(
        retryMoment(headers, this.now()),
        `the site answered ${status}: it asks for a pause`,
      );
    }
    if ([401, 403, 404, 410].includes(status)) {
      throw new SourceNeedsAttention('feed-unreachable', `the site answered ${status}`);
    }
    throw new Error(`the site answered ${status}`);
  }

  /** A page that is no feed but names its feeds leads on to them. */
  private readOrPoint(body: string, address: string) {
    try {
      return readFeed(body);
    } catch (error) {
      if (!(error instanceof FeedUnreadable)) throw error;
      const feeds = feedsNamedBy(body, address);
      const words = 'does not lead to an RSS, Atom, RDF or JSON feed';
      throw new SourceNeedsAttention(
        'feed-unreadable',
        feeds.length > 0 ? `${words}, but the page names: ${feeds.join(' , ')}` : words,
      );
    }
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
