import type { SourceView } from '../connector.js';
import { askGraph } from '../meta/graph-api.js';
import { graphList } from '../meta/graph-list.js';
import type { CommentPage, MetaLists, ThreadPage } from '../meta/meta-reading.js';
import { readableItems } from '../readable-items.js';
import { INSTAGRAM_RIGHTS, ownAccount } from './instagram-account.js';
import {
  captionSeen,
  commentMention,
  type InstagramComment,
  instagramCommentSchema,
  instagramMediaSchema,
  instagramReplySchema,
  mediaMention,
} from './instagram-post.js';

const MEDIA = '50';
const COMMENTS = '50';
const MEDIA_FIELDS = 'id,caption,timestamp,permalink,username,comments_count';
export const REPLY_FIELDS = 'id,text,timestamp,username,from,parent_id';
const COMMENT_FIELDS = `${REPLY_FIELDS},replies.limit(50){${REPLY_FIELDS}}`;

/** Our own posts, then those of others in which our account is tagged. */
const LISTS = ['media', 'tags'] as const;

/** A professional account of Instagram. Comments below the posts of others are told of by deliveries only. */
export const instagramLists: MetaLists = {
  lists: LISTS.length,
  fields: ['feed'],
  rights: INSTAGRAM_RIGHTS,

  async readList(source, list, after, signal): Promise<ThreadPage> {
    const own = ownAccount(source);
    const name = LISTS[list] ?? 'media';
    const ours = name === 'media';
    const at = new Date();
    const { json, pauseUntil } = await askGraph(
      source,
      {
        path: `${own.id}/${name}`,
        query: { fields: MEDIA_FIELDS, limit: MEDIA, after: after ?? undefined },
      },
      signal,
    );
    const { data, next } = graphList(json);
    const { items, refused } = readableItems(data, instagramMediaSchema);
    return {
      mentions: items.map((media) => mediaMention(media, own)),
      wordings: items.flatMap((media) => captionSeen(media, at)),
      threads: items.map((media) => ({
        id: media.id,
        time: media.timestamp,
        // Answers to comments are counted in, so it changes with each of them.
        mark: ours ? String(media.comments_count ?? 0) : '',
        readable: ours && (media.comments_count ?? 0) > 0,
      })),
      refused,
      next,
      pauseUntil,
    };
  },

  async readComments(source, { id, after, since }, signal): Promise<CommentPage> {
    const { comments, ...page } = await readComments(source, `${id}/comments`, after, signal);
    const own = ownAccount(source);
    const times = comments.map(({ timestamp }) => timestamp);
    // Newest first, and no way to ask for newer ones only: when half of a page is known, so is the rest.
    const old = since === null ? 0 : times.filter((time) => time < since).length;
    return {
      ...page,
      mentions: comments.map((comment) => commentMention(comment, { id }, own)),
      times,
      next: times.length > 0 && old * 2 >= times.length ? null : page.next,
    };
  },
};

/** A page of comments, each followed by its answers. */
export async function readComments(
  source: SourceView,
  path: string,
  after: string | null,
  signal: AbortSignal,
) {
  const { json, pauseUntil } = await askGraph(
    source,
    { path, query: { fields: COMMENT_FIELDS, limit: COMMENTS, after: after ?? undefined } },
    signal,
  );
  const { data, next } = graphList(json);
  const top = readableItems(data, instagramCommentSchema);
  const below = top.items.map(({ id, replies }) => {
    const { items, refused } = readableItems(replies?.data ?? [], instagramReplySchema);
    return { items: items.map((one) => ({ ...one, parent_id: one.parent_id ?? id })), refused };
  });
  const comments: InstagramComment[] = top.items.flatMap((comment, place) => [
    comment,
    ...(below[place]?.items ?? []),
  ]);
  return {
    comments,
    refused: [...top.refused, ...below.flatMap(({ refused }) => refused)],
    next,
    pauseUntil,
  };
}
