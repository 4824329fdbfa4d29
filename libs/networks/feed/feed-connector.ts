import { z } from 'zod';
import type { NetworkCapabilities } from '#contract/networks';
import { guardedFetch, type GuardedRequest } from '#platform/outgoing';
import { allowPrivateAddress } from '../connect-settings.js';
import {
  type Connector,
  type ListPage,
  NotYet,
  type PulledPage,
  RetryLater,
  SourceNeedsAttention,
  type SourceView,
  type Trial,
} from '../connector.js';
import { reachOf, refusedAddress } from '../reach.js';
import { retryMoment } from '../retry-moment.js';
import { changedEntries, type KnownTexts, withArticles } from './changed-entries.js';
import { feedsNamedBy } from './feed-discovery.js';
import { FeedUnreadable, type ReadFeed, readFeed } from './feed-item.js';
import { articleWords, feedMentions, isDated } from './feed-mention.js';
import { asFeedPast, nextFeedPast } from './feed-past.js';
import { fullTexts } from './full-texts.js';
import { type HostTurns, restSeconds } from './host-turns.js';
import { askRobots, type Robots, robotsSchema } from './robots.js';

const FEEDS =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8';

const settingsSchema = z
  .object({
    url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).max(2000),
    allowPrivateAddress,
    /** Articles are read on their own pages; otherwise a mention says what the feed does. */
    fullText: z.boolean().optional(),
  })
  .strict();
const cursorSchema = z
  .object({
    etag: z.string().nullable(),
    lastModified: z.string().nullable(),
    robots: robotsSchema.nullable().default(null),
    texts: z.record(z.string(), z.string()).catch({}),
  })
  .catch({ etag: null, lastModified: null, robots: null, texts: {} });

/** Press and blogs: RSS, Atom, RDF and JSON Feed, by conditional GET. Nothing can be answered there. */
export class FeedConnector implements Connector {
  readonly idempotentPublish = false;
  readonly settings = settingsSchema;
  readonly capabilities: NetworkCapabilities = {
    network: 'feed',
    realm: 'live',
    connectable: true,
    reply: false,
    post: false,
    length: { limit: 2000, rule: 'characters' },
    push: false,
    deletions: 'none',
    edits: 'looked-up',
    remove: false,
    backfill: true,
    connect: {
      watches: [],
      everySeconds: 300,
      fields: [
        { name: 'url', kind: 'url', required: true, watches: null, usual: null },
        { name: 'fullText', kind: 'flag', required: false, watches: null, usual: null, adjustable: true },
        { name: 'allowPrivateAddress', kind: 'flag', required: false, watches: null, usual: null },
      ],
    },
  };

  constructor(
    private readonly hosts: HostTurns,
    private readonly now: () => Date = () => new Date(),
    private readonly rest: (crawlDelay: number | null) => number = restSeconds,
  ) {}

  async try(source: SourceView, signal: AbortSignal): Promise<Trial> {
    const settings = settingsSchema.parse(source.settings);
    const way = { mayReach: reachOf(settings), signal };
    const answer = await askRobots(settings.url, null, this.now(), way)
      .then(() => guardedFetch(settings.url, way))
      .catch((error: unknown) => {
        throw notTried(error);
      });
    if (answer.status !== 200)
      throw new SourceNeedsAttention('feed-unreachable', `the site answered ${answer.status}`);
    const feed = readOrFind(answer.body, answer.url);
    if ('feeds' in feed)
      return { account: null, title: null, format: null, items: [], refused: [], feeds: feed.feeds };
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

  /** Feeds of one site take turns. Whoever tries a feed out in the console waits for nobody: that is one request. */
  async pull(source: SourceView, cursor: unknown, signal: AbortSignal): Promise<PulledPage> {
    const settings = settingsSchema.parse(source.settings);
    const seen = cursorSchema.parse(cursor);
    return this.inTurn(settings.url, seen.robots, (onRobots) => this.read(settings, seen, signal, onRobots));
  }

  /** Older entries, where the feed names a page of them; in the words of the feed, also where whole articles are read. */
  readonly readPage = (source: SourceView, mark: string | null, signal: AbortSignal): Promise<ListPage> => {
    const settings = settingsSchema.parse(source.settings);
    const present = asFeedPast(mark) ?? { url: settings.url, pages: 1 };
    const way = { mayReach: reachOf(settings), signal };
    return this.inTurn(present.url, null, async (onRobots) => {
      onRobots(await askRobots(present.url, null, this.now(), way));
      const answer = await guardedFetch(present.url, { ...way, headers: { accept: FEEDS } });
      this.refuseUnlessGood(answer.status, answer.headers);
      const feed = this.readable(answer.body);
      // Without a date nobody knows that an entry is of the past: it would come in as of today.
      const dated = feed.items.filter((item) => isDated(item, this.now()));
      const { mentions, refused } = feedMentions(dated, answer.url, feed.title, this.now());
      return { mentions, refused, next: nextFeedPast(feed.next, present) };
    });
  };

  /** One reading of a site, which afterwards is left alone for as long as it wishes. */
  private async inTurn<Read>(
    url: string,
    known: Robots | null,
    read: (onRobots: (robots: Robots) => void) => Promise<Read>,
  ): Promise<Read> {
    const turn = await this.hosts.take(new URL(url).host);
    if ('wait' in turn) throw new NotYet(turn.wait);
    let crawlDelay = known?.crawlDelay ?? null;
    let until: Date | null = null;
    try {
      return await read((robots) => (crawlDelay = robots.crawlDelay));
    } catch (error) {
      if (error instanceof RetryLater) until = error.at;
      throw refusedAddress(error);
    } finally {
      await turn.end(until ? { until } : { seconds: this.rest(crawlDelay) });
    }
  }

  private async read(
    settings: z.infer<typeof settingsSchema>,
    seen: z.infer<typeof cursorSchema>,
    signal: AbortSignal,
    onRobots: (robots: Robots) => void,
  ): Promise<PulledPage> {
    const way = { mayReach: reachOf(settings), signal };
    const robots = await askRobots(settings.url, seen.robots, this.now(), way);
    onRobots(robots);
    const answer = await guardedFetch(settings.url, {
      ...way,
      headers: {
        accept: FEEDS,
        ...(seen.etag ? { 'if-none-match': seen.etag } : {}),
        ...(seen.lastModified ? { 'if-modified-since': seen.lastModified } : {}),
      },
    });
    if (answer.status === 304) return { mentions: [], cursor: { ...seen, robots }, more: false, refused: [] };
    this.refuseUnlessGood(answer.status, answer.headers);
    const feed = this.readable(answer.body);
    const page = feedMentions(feed.items, answer.url, feed.title, this.now());
    const changed = changedEntries(seen.texts, page, this.now());
    const { headers } = answer;
    const whole = settings.fullText
      ? await this.articles(page, { ...changed, known: seen.texts }, { ...way, feedUrl: answer.url, robots })
      : NO_ARTICLES;
    const { texts, wordings } = withArticles(seen.texts, changed, whole);
    return {
      mentions: page.mentions.map((one) => ({ ...one, text: whole.get(one.externalId) ?? one.text })),
      refused: page.refused,
      wordings,
      cursor: { etag: headers.get('etag'), lastModified: headers.get('last-modified'), robots, texts },
      more: false,
    };
  }

  /** Of entries that are new, or that the site has changed. */
  private async articles(
    { mentions, titles }: ReturnType<typeof feedMentions>,
    { wordings, known }: { wordings: readonly { externalId: string }[]; known: KnownTexts },
    { robots, ...way }: { feedUrl: string; robots: Robots } & Pick<GuardedRequest, 'mayReach' | 'signal'>,
  ): Promise<ReadonlyMap<string, string>> {
    const changed = new Set(wordings.map(({ externalId }) => externalId));
    const wanted = mentions.filter(
      ({ externalId }) => !Object.hasOwn(known, externalId) || changed.has(externalId),
    );
    const texts = await fullTexts(wanted, { ...way, restSeconds: this.rest(robots.crawlDelay) });
    return new Map([...texts].map(([id, text]) => [id, articleWords(titles.get(id) ?? '', text)]));
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

  private readable(body: string) {
    try {
      return readFeed(body);
    } catch (error) {
      if (error instanceof FeedUnreadable) throw new SourceNeedsAttention('feed-unreadable', error.message);
      throw error;
    }
  }
}

/** A page that is no feed but names its feeds leads on to them. */
function readOrFind(body: string, address: string): ReadFeed | { feeds: string[] } {
  try {
    return readFeed(body);
  } catch (error) {
    if (!(error instanceof FeedUnreadable)) throw error;
    const feeds = feedsNamedBy(body, address);
    if (feeds.length > 0) return { feeds };
    throw new SourceNeedsAttention('feed-unreadable', 'does not lead to an RSS, Atom, RDF or JSON feed');
  }
}

const NO_ARTICLES: ReadonlyMap<string, string> = new Map();

/** What a person who connects a feed is told when it cannot be had. */
function notTried(error: unknown): SourceNeedsAttention {
  const known = refusedAddress(error);
  if (known instanceof SourceNeedsAttention) return known;
  return new SourceNeedsAttention('feed-unreachable', error instanceof Error ? error.message : String(error));
}
