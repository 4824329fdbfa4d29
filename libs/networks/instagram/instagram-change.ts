import { z } from 'zod';
import type { SourceView } from '../connector.js';
import { askGraph } from '../meta/graph-api.js';
import { GraphRefused, notRead } from '../meta/graph-failure.js';
import { anyId } from '../meta/graph-list.js';
import type { MetaChange, MetaNews } from '../meta/read-delivery.js';
import { ownAccount } from './instagram-account.js';
import {
  commentMention,
  instagramMediaSchema,
  instagramReplySchema,
  mediaMention,
} from './instagram-post.js';

const number = z.coerce.string().regex(/^\d{1,40}$/, { error: 'is not an id of Instagram' });
const commentValue = z.object({
  id: number,
  text: z.string().nullish(),
  from: z.object({ id: anyId, username: z.string().nullish() }).nullish(),
  media: z.object({ id: number }),
  parent_id: z.string().nullish(),
});
const mentionValue = z.object({ media_id: number, comment_id: number.nullish() });

const OWNED_MEDIA = 'id,caption,timestamp,permalink,username';
const OWNED_COMMENT = 'id,text,timestamp,username,from,parent_id';

/**
 * What a delivery tells of an account: comments below our posts come with their words but without their time, which is that
 * of the delivery; of a post or comment of others that names us only the ids come, so it is asked for.
 */
export async function instagramChange(
  source: SourceView,
  { field, value, at }: MetaChange,
  signal: AbortSignal,
): Promise<MetaNews> {
  const own = ownAccount(source);
  switch (field) {
    case 'comments':
    case 'live_comments': {
      const { media, ...comment } = commentValue.parse(value);
      return { mention: commentMention({ ...comment, timestamp: at }, media, own) };
    }
    case 'mentions': {
      const { media_id: media, comment_id: comment } = mentionValue.parse(value);
      return comment ? readComment(source, comment, signal) : readMedia(source, media, signal);
    }
    default:
      return null;
  }
}

const mentionedComment = z.object({
  mentioned_comment: instagramReplySchema.extend({
    media: z.object({ id: number, permalink: z.string().nullish(), username: z.string().nullish() }),
  }),
});

async function readComment(source: SourceView, comment: string, signal: AbortSignal): Promise<MetaNews> {
  const own = ownAccount(source);
  const fields = `mentioned_comment.comment_id(${comment}){${OWNED_COMMENT},media{id,permalink,username}}`;
  const json = await askAccount(source, fields, signal);
  if (json === null) return null;
  const { media, ...read } = mentionedComment.parse(json).mentioned_comment;
  // Below a post of our own it is the very comment that is told of anyway.
  return { mention: commentMention(read, media, own, media.username !== own.username) };
}

async function readMedia(source: SourceView, media: string, signal: AbortSignal): Promise<MetaNews> {
  const json = await askAccount(source, `mentioned_media.media_id(${media}){${OWNED_MEDIA}}`, signal);
  if (json === null) return null;
  const read = z.object({ mentioned_media: instagramMediaSchema }).parse(json).mentioned_media;
  return { mention: mediaMention(read, ownAccount(source)) };
}

/** Null where it is gone since, or not for us to see: then there is nothing to keep. */
async function askAccount(source: SourceView, fields: string, signal: AbortSignal): Promise<unknown> {
  try {
    return (await askGraph(source, { path: ownAccount(source).id, query: { fields } }, signal)).json;
  } catch (error) {
    if (error instanceof GraphRefused && (error.missing || error.rights)) return null;
    throw notRead(error);
  }
}
