import {
  type OutgoingReply,
  type PublishedPost,
  ReplyRefused,
  SourceNeedsAttention,
  type SourceView,
} from '../connector.js';
import { askGraph } from '../meta/graph-api.js';
import { graphList } from '../meta/graph-list.js';
import { sameText } from '../meta/own-reply.js';
import { accountId, readAccess } from '../meta/page-access.js';
import { readableItems } from '../readable-items.js';
import { facebookPostSchema, facebookUrl } from './facebook-post.js';
import { FACEBOOK_RIGHTS, POSTING_RIGHTS } from './facebook-rights.js';

/** Pages of the Page's posts looked through when one is read back. */
const PAGES = 10;
/** Facebook's clock, which counts seconds, and ours may differ by this much. */
const CLOCKS_MS = 120_000;

/** Looks through what our Page has posted since this post was asked for. */
export async function findPost(
  source: SourceView,
  { text, askedAt }: Pick<OutgoingReply, 'text' | 'askedAt'>,
  signal: AbortSignal,
): Promise<PublishedPost | 'none' | 'unknown'> {
  const own = accountId(source);
  const since = askedAt.getTime() - CLOCKS_MS;
  let after: string | null = null;
  for (let page = 0; page < PAGES; page++) {
    const { json } = await askGraph(
      source,
      {
        path: `${own}/feed`,
        query: {
          fields: 'id,message,created_time,from{id}',
          limit: '50',
          since: String(Math.floor(since / 1000)),
          after: after ?? undefined,
        },
      },
      signal,
    );
    const { data, next } = graphList(json);
    const { items, refused } = readableItems(data, facebookPostSchema);
    const ours = items.find(
      (post) =>
        post.from?.id === own && post.created_time.getTime() >= since && sameText(post.message ?? '', text),
    );
    if (ours) return { externalId: ours.id, url: facebookUrl(ours.id) };
    // One that cannot be read may be the one that is looked for.
    if (refused.length > 0) return 'unknown';
    if (next === null) return 'none';
    after = next;
  }
  return 'unknown';
}

/**
 * Posting needs a right more than answering. Who lacks only that one still reads and answers, so that the source is left as
 * it is and the post is refused.
 */
export async function readPostingAccess(source: SourceView, signal: AbortSignal): Promise<void> {
  await readAccess(source, FACEBOOK_RIGHTS, signal);
  try {
    await readAccess(source, POSTING_RIGHTS, signal);
  } catch (error) {
    if (!(error instanceof SourceNeedsAttention)) throw error;
    throw new ReplyRefused('network-refused', error.message);
  }
}
