import { z } from 'zod';
import type { SourceView } from '../connector.js';
import { askGraph } from '../meta/graph-api.js';
import { GraphRefused, notRead } from '../meta/graph-failure.js';
import { anyId } from '../meta/graph-list.js';
import { keptWords } from '../meta/kept-words.js';
import { accountId } from '../meta/page-access.js';
import type { MetaChange, MetaNews } from '../meta/read-delivery.js';
import { commentMention, facebookPostSchema, postMention } from './facebook-post.js';
import { POST_FIELDS } from './facebook-lists.js';

const id = z.string().regex(/^\d+(_\d+){0,2}$/, { error: 'is not an id of Facebook' });
const base = z.object({
  item: z.string().default(''),
  verb: z.string().default(''),
  message: z.string().nullish(),
  /** Seconds since 1970. */
  created_time: z.number().int().positive().optional(),
  from: z.object({ id: anyId, name: z.string().optional() }).nullish(),
  sender_id: anyId.optional(),
  sender_name: z.string().optional(),
  permalink_url: z.string().nullish(),
  photo: z.string().nullish(),
  link: z.string().nullish(),
  /** 0: made, but not shown to anybody yet. */
  published: z.number().optional(),
});
const commentValue = base.extend({ comment_id: id, post_id: id, parent_id: id.optional() });
const postValue = base.extend({ post_id: id });
type Value = z.infer<typeof base>;

/** Facebook has two words for it. */
const EDITED = ['edited', 'edit'];

/** What visitors and we ourselves post; likes, reactions and the like are no words. */
const POSTS = ['post', 'status', 'photo', 'video', 'share', 'link', 'album', 'note'];

/**
 * What a delivery tells of a Page: comments, posts and mentions come with their words, also when they are changed; one that
 * is removed is erased.
 */
export async function facebookChange(
  source: SourceView,
  { field, value, at }: MetaChange,
  signal: AbortSignal,
): Promise<MetaNews> {
  if (field !== 'feed' && field !== 'mention') return null;
  const { item, verb } = base.parse(value);
  const pageId = accountId(source);
  if (item === 'comment') {
    const comment = commentValue.parse(value);
    if (verb === 'remove') return { gone: comment.comment_id };
    if (verb === 'add') return { mention: deliveredComment(comment, pageId, at) };
    return EDITED.includes(verb) ? wordingOf(comment.comment_id, comment, at) : null;
  }
  if (!POSTS.includes(item)) return null;
  const post = postValue.parse(value);
  if (verb === 'remove') return { gone: post.post_id };
  if (EDITED.includes(verb)) return wordingOf(post.post_id, post, at);
  if (verb !== 'add' || post.published === 0) return null;
  // Who names us elsewhere is told of by id alone at times.
  if (field === 'mention' && !post.message) return readPost(source, post.post_id, signal);
  return {
    mention: postMention(
      {
        id: post.post_id,
        message: post.message,
        created_time: momentOf(post, at),
        from: authorOf(post),
        permalink_url: post.permalink_url,
        attachments: post.photo || post.link ? { data: [post.photo ?? post.link] } : null,
      },
      pageId,
    ),
  };
}

/** What is not known here comes in by reading, as it stands then. The time is that of the delivery. */
function wordingOf(externalId: string, { message, photo, link }: Value, at: Date): MetaNews {
  if (!message?.trim()) return null;
  const hasMedia = photo || link ? { hasMedia: true } : {};
  return { wording: { externalId, text: keptWords(message), at, told: true, ...hasMedia } };
}

function deliveredComment(comment: z.infer<typeof commentValue>, pageId: string, at: Date) {
  const { comment_id: commentId, post_id: postId, parent_id: parentId } = comment;
  return commentMention(
    {
      id: commentId,
      message: comment.message,
      created_time: momentOf(comment, at),
      from: authorOf(comment),
      permalink_url: comment.permalink_url,
      parent: parentId && parentId !== postId ? { id: parentId } : null,
      attachment: comment.photo ?? undefined,
    },
    postId,
    pageId,
  );
}

async function readPost(source: SourceView, postId: string, signal: AbortSignal): Promise<MetaNews> {
  try {
    const call = { path: encodeURIComponent(postId), query: { fields: POST_FIELDS } };
    const { json } = await askGraph(source, call, signal);
    return { mention: postMention(facebookPostSchema.parse(json), accountId(source)) };
  } catch (error) {
    // Gone since, or not for us to see: then there is nothing to keep.
    if (error instanceof GraphRefused && (error.missing || error.rights)) return null;
    throw notRead(error);
  }
}

function momentOf({ created_time: seconds }: Value, at: Date): Date {
  return seconds === undefined ? at : new Date(seconds * 1000);
}

function authorOf({ from, sender_id: id, sender_name: name }: Value) {
  return from ?? (id === undefined ? null : { id, name });
}
