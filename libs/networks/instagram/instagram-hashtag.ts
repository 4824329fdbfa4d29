import { z } from 'zod';
import { type ListPage, RetryLater, SourceNeedsAttention, type SourceView } from '../connector.js';
import { askGraph } from '../meta/graph-api.js';
import { GraphRefused, notRead } from '../meta/graph-failure.js';
import { anyId, graphList } from '../meta/graph-list.js';
import { isGraphId } from '../meta/page-access.js';
import { readableItems } from '../readable-items.js';
import { ownAccount } from './instagram-account.js';
import { instagramMediaSchema, mediaMention } from './instagram-post.js';
import { instagramSettings } from './instagram-settings.js';

/** Who writes it is not given, so it is not asked for. */
const FIELDS = 'id,caption,timestamp,permalink,comments_count';
const PAGE = '50';
/** Instagram looks up so many different hashtags for one account in seven days. */
const MOST_HASHTAGS = 30;
/** A busy hashtag has no end; a reading has. */
const MOST_PAGES = 40;
/** One of the hashtags falls out of the seven days at some moment of the day. */
const AGAIN_MS = 6 * 3_600_000;

/** What a token has to allow to look for hashtags; the feature "Instagram Public Content Access" shows in no token. */
export const HASHTAG_RIGHTS = ['instagram_basic'];

const searchSchema = z.object({ data: z.array(z.object({ id: anyId })) });

/**
 * Instagram's number of the hashtag, which is the same for everybody and for good. Throws SourceNeedsAttention
 * `hashtag-limit` when the account has looked for 30 others in the last seven days.
 */
export async function findHashtag(source: SourceView, signal: AbortSignal): Promise<string> {
  const { term = '' } = instagramSettings.parse(source.settings);
  const query = { user_id: ownAccount(source).id, q: term };
  try {
    const { json } = await askGraph(source, { path: 'ig_hashtag_search', query }, signal);
    const [found] = searchSchema.parse(json).data;
    if (found) return found.id;
  } catch (error) {
    if (!(error instanceof GraphRefused) || error.rights) throw notRead(error);
    if (await isFull(source, null, signal)) throw new SourceNeedsAttention('hashtag-limit', error.message);
    throw new SourceNeedsAttention('not-at-network', error.message);
  }
  throw new SourceNeedsAttention('not-at-network', `there is no hashtag #${term}`);
}

/**
 * A page of the public photos and videos of the last 24 hours. Their order is not sure, and Meta may give every page the
 * same mark, so ours counts the pages.
 */
export async function readHashtagPage(
  source: SourceView,
  page: string | null,
  signal: AbortSignal,
): Promise<ListPage> {
  const hashtag = source.credentials['hashtagId'];
  if (!isGraphId(hashtag)) {
    throw new SourceNeedsAttention('token-refused', 'the access has not been checked yet');
  }
  const [, number = '0', after] = /^(\d+) (.+)$/s.exec(page ?? '') ?? [];
  const own = ownAccount(source);
  const { json } = await askGraph(
    source,
    { path: `${hashtag}/recent_media`, query: { user_id: own.id, fields: FIELDS, limit: PAGE, after } },
    signal,
  ).catch(async (error: unknown) => {
    if (error instanceof GraphRefused && !error.rights && (await isFull(source, hashtag, signal))) {
      throw new RetryLater(new Date(Date.now() + AGAIN_MS), error.message, 'hashtag-limit');
    }
    throw notRead(error);
  });
  const { data, next } = graphList(json);
  const { items, refused } = readableItems(data, instagramMediaSchema);
  const count = Number(number) + 1;
  return {
    mentions: items.map((media) => mediaMention(media, own)),
    refused,
    next: next === null || count >= MOST_PAGES ? null : `${count} ${next}`,
  };
}

/** Whether the account has looked for as many hashtags as it may, this one not among them. */
async function isFull(source: SourceView, hashtag: string | null, signal: AbortSignal): Promise<boolean> {
  const path = `${ownAccount(source).id}/recently_searched_hashtags`;
  const { json } = await askGraph(source, { path, query: { limit: String(MOST_HASHTAGS) } }, signal);
  const looked = searchSchema.parse(json).data.map(({ id }) => id);
  return looked.length >= MOST_HASHTAGS && (hashtag === null || !looked.includes(hashtag));
}
