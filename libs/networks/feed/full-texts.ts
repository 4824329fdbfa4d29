import { setTimeout as sleep } from 'node:timers/promises';
import { guardedFetch, type GuardedRequest } from '#platform/outgoing';
import type { PulledPage } from '../connector.js';
import { articleText } from './article-text.js';
import { robotsRules } from './robots.js';

type Mention = PulledPage['mentions'][number];

/** Articles of one reading: the newest; the others come with what the feed says of them. */
const MOST = 10;
/** Together they may take so long: whoever reads another feed of the site waits meanwhile. */
const PATIENCE_MS = 60_000;

/** How a site is asked. */
interface Way extends Pick<GuardedRequest, 'mayReach' | 'signal'> {
  feedUrl: string;
  /** Between two requests. */
  restSeconds: number;
}

/**
 * The words of articles as their pages show them, by the id of the mention. Only pages of the feed's own site are asked,
 * one after the other, and none that the site's robots.txt keeps robots from. What cannot be had is left out: the feed's own
 * words stand then.
 */
export async function fullTexts(mentions: readonly Mention[], way: Way): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const { host } = new URL(way.feedUrl);
  const articles = mentions
    .flatMap(({ externalId, url, publishedAt }) =>
      url && new URL(url).host === host ? [{ externalId, url, publishedAt }] : [],
    )
    .sort((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime())
    .slice(0, MOST);
  if (articles.length === 0) return texts;
  const mayRead = await robotsRules(way.feedUrl, way).catch(() => null);
  const until = Date.now() + PATIENCE_MS;
  for (const { externalId, url } of articles) {
    if (!mayRead?.(url)) continue;
    if (Date.now() + way.restSeconds * 1000 > until) break;
    await sleep(way.restSeconds * 1000, undefined, { signal: way.signal });
    const answer = await guardedFetch(url, { ...way, headers: { accept: 'text/html' } }).catch(() => null);
    way.signal?.throwIfAborted();
    if (answer?.status === 429 || answer?.status === 503) break;
    const isPage = /\bhtml\b/i.test(answer?.headers.get('content-type') ?? '');
    const text = answer?.status === 200 && isPage ? articleText(answer.body) : null;
    if (text !== null) texts.set(externalId, text);
  }
  return texts;
}
