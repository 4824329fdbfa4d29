import type { SourceView } from '../connector.js';
import { askGraph } from '../meta/graph-api.js';
import { graphList } from '../meta/graph-list.js';
import type { CommentPage, MetaLists, ThreadPage } from '../meta/meta-reading.js';
import { accountId } from '../meta/page-access.js';
import { readableItems } from '../readable-items.js';
import { FACEBOOK_RIGHTS } from './facebook-rights.js';
import {
  commentMention,
  facebookCommentSchema,
  type FacebookPost,
  facebookPostSchema,
  postMention,
  wordingSeen,
} from './facebook-post.js';

const POSTS = '50';
const COMMENTS = '100';
export const POST_FIELDS =
  'id,message,story,created_time,updated_time,from{id,name},permalink_url,attachments{type}';
/** Counts the comments without giving one. */
const COMMENT_COUNT = 'comments.filter(stream).limit(0).summary(true)';
export const COMMENT_FIELDS = 'id,message,created_time,from{id,name},permalink_url,parent{id},attachment';

/** What stands on our Page, its own posts and those of visitors; then the posts of others that name it. */
const LISTS = ['feed', 'tagged'] as const;

/** A Page of Facebook. The posts of others that name it are theirs: only deliveries tell of comments there. */
export const facebookLists: MetaLists = {
  lists: LISTS.length,
  fields: ['feed', 'mention'],
  rights: FACEBOOK_RIGHTS,

  async readList(source, list, after, signal): Promise<ThreadPage> {
    const pageId = accountId(source);
    const name = LISTS[list] ?? 'feed';
    const ours = name === 'feed';
    const at = new Date();
    const { json, pauseUntil } = await askGraph(
      source,
      {
        path: `${pageId}/${name}`,
        query: {
          fields: ours ? `${POST_FIELDS},${COMMENT_COUNT}` : POST_FIELDS,
          limit: POSTS,
          after: after ?? undefined,
        },
      },
      signal,
    );
    const { data, next } = graphList(json);
    const { items, refused } = readableItems(data, facebookPostSchema);
    return {
      mentions: items.map((post) => postMention(post, pageId)),
      wordings: items.flatMap((post) => wordingSeen(post, at)),
      threads: items.map((post) => ({
        id: post.id,
        time: post.created_time,
        mark: ours ? markOf(post) : '',
        readable: ours && commentCount(post) > 0,
      })),
      refused,
      next,
      pauseUntil,
    };
  },

  readComments: async (source, { id, after, since }, signal) => {
    const at = new Date();
    const { comments, ...page } = await readComments(source, id, after, since, signal);
    const pageId = accountId(source);
    return {
      ...page,
      mentions: comments.map((comment) => commentMention(comment, id, pageId)),
      wordings: comments.flatMap((comment) => wordingSeen(comment, at)),
      times: comments.map((comment) => comment.created_time),
    };
  },
};

/** A page of all that was said below a post or a comment, the newest first. */
export async function readComments(
  source: SourceView,
  id: string,
  after: string | null,
  since: Date | null,
  signal: AbortSignal,
) {
  const { json, pauseUntil } = await askGraph(
    source,
    {
      path: `${encodeURIComponent(id)}/comments`,
      query: {
        filter: 'stream',
        order: 'reverse_chronological',
        fields: COMMENT_FIELDS,
        limit: COMMENTS,
        since: since === null ? undefined : String(Math.floor(since.getTime() / 1000)),
        after: after ?? undefined,
      },
    },
    signal,
  );
  const { data, next } = graphList(json);
  const { items: comments, refused } = readableItems(data, facebookCommentSchema);
  return { comments, refused, next, pauseUntil } satisfies Partial<CommentPage> & { comments: unknown };
}

function commentCount({ comments }: FacebookPost): number {
  return comments?.summary?.total_count ?? 0;
}

function markOf(post: FacebookPost): string {
  return `${post.updated_time ?? ''} ${commentCount(post)}`;
}
