import type { PulledPage } from '../connector.js';
import type { FeedItem } from './feed-item.js';

const MAX_TEXT = 4000;

/**
 * A feed item as a mention. Its id is the entry's own id, or its link; an id that is not an address is only unique
 * within its feed and so is put behind the feed's host. A missing or future date becomes the moment of reading.
 */
export function feedMentions(
  items: readonly FeedItem[],
  feedUrl: string,
  feedTitle: string | null,
  now: Date,
): Pick<PulledPage, 'mentions' | 'refused'> {
  const host = new URL(feedUrl).host;
  const mentions: PulledPage['mentions'] = [];
  const refused: PulledPage['refused'] = [];
  items.forEach((item, index) => {
    const id = item.id ?? item.url;
    const text = [item.title, item.text]
      .filter((part) => part !== '')
      .join('\n\n')
      .slice(0, MAX_TEXT);
    if (id === null || id === '')
      return refused.push({ item: index + 1, field: 'id', reason: 'has neither id nor link' });
    if (text === '')
      return refused.push({ item: index + 1, field: 'title', reason: 'has neither title nor text' });
    const dated =
      item.publishedAt !== null && item.publishedAt <= now && item.publishedAt.getUTCFullYear() >= 2000;
    return mentions.push({
      externalId: (/^https?:/.test(id) ? id : `${host}|${id}`).slice(0, 300),
      url: item.url !== null && /^https?:/.test(item.url) ? item.url : null,
      author: { handle: host, name: item.authorName ?? feedTitle, followers: null, url: null },
      text,
      publishedAt: dated && item.publishedAt !== null ? item.publishedAt : now,
    });
  });
  return { mentions, refused };
}
