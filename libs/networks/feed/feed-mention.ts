import { createHash } from 'node:crypto';
import type { PulledPage } from '../connector.js';
import type { FeedItem } from './feed-item.js';

/** UTF-16 units: of what a feed says, and of a whole article. */
const MAX_TEXT = 4000;
const MAX_ARTICLE = 10_000;
/** What a mention keeps of an id, an address and a name. */
const LONGEST_ID = 300;
const LONGEST_URL = 2000;
const LONGEST_NAME = 300;

/**
 * A feed item as a mention. Its id is the entry's own id, or its link; an id that is not an address is only unique
 * within its feed and so is put behind the feed's host. A missing or future date becomes the moment of reading.
 */
export function feedMentions(
  items: readonly FeedItem[],
  feedUrl: string,
  feedTitle: string | null,
  now: Date,
): Pick<PulledPage, 'mentions' | 'refused'> & { updated: Map<string, Date>; titles: Map<string, string> } {
  const host = new URL(feedUrl).host;
  const mentions: PulledPage['mentions'] = [];
  const refused: PulledPage['refused'] = [];
  const updated = new Map<string, Date>();
  const titles = new Map<string, string>();
  items.forEach((item, index) => {
    const id = item.id ?? item.url;
    const text = cut([item.title, item.text].filter((part) => part !== '').join('\n\n'));
    if (id === null || id === '')
      return refused.push({ item: index + 1, field: 'id', reason: 'has neither id nor link' });
    if (text === '')
      return refused.push({ item: index + 1, field: 'title', reason: 'has neither title nor text' });
    const dated = isDated(item, now);
    const externalId = shortened(/^https?:/.test(id) ? id : `${host}|${id}`);
    titles.set(externalId, item.title);
    if (item.updatedAt !== null) updated.set(externalId, item.updatedAt);
    return mentions.push({
      externalId,
      url: webAddress(item.url, feedUrl),
      author: {
        handle: host,
        name: (item.authorName ?? feedTitle)?.slice(0, LONGEST_NAME) ?? null,
        followers: null,
        url: null,
      },
      text,
      publishedAt: dated && item.publishedAt !== null ? item.publishedAt : now,
    });
  });
  return { mentions, refused, updated, titles };
}

/** Whether an entry says when it was published, and that can be. */
export function isDated({ publishedAt }: FeedItem, now: Date): boolean {
  return publishedAt !== null && publishedAt <= now && publishedAt.getUTCFullYear() >= 2000;
}

/** A whole article below its title, unless it begins with that anyway. */
export function articleWords(title: string, text: string): string {
  return cut(title === '' || text.startsWith(title) ? text : `${title}\n\n${text}`, MAX_ARTICLE);
}

/** Ids longer than what is kept stay apart by what they are as a whole. */
function shortened(id: string): string {
  if (id.length <= LONGEST_ID) return id;
  return `${id.slice(0, LONGEST_ID - 65)}#${createHash('sha256').update(id).digest('hex')}`;
}

/** Links are often relative to the feed. Anything but the web is not a link that people may follow from here. */
function webAddress(link: string | null, feedUrl: string): string | null {
  if (link === null || !URL.canParse(link, feedUrl)) return null;
  const { protocol, href } = new URL(link, feedUrl);
  return /^https?:$/.test(protocol) && href.length <= LONGEST_URL ? href : null;
}

function cut(text: string, most = MAX_TEXT): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
