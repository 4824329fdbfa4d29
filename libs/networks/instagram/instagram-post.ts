import { z } from 'zod';
import type { Wording } from '#mentions';
import { anyId } from '../meta/graph-list.js';
import { keptWords } from '../meta/kept-words.js';
import type { ReadMentions } from '../meta/meta-reading.js';
import { externalId } from './instagram-id.js';

const id = z.string().regex(/^\d+$/, { error: 'is not an id of Instagram' });

export const instagramMediaSchema = z.object({
  id,
  caption: z.string().nullish(),
  timestamp: z.coerce.date(),
  permalink: z.string().nullish(),
  username: z.string().nullish(),
  comments_count: z.number().int().nullish(),
});
export type InstagramMedia = z.infer<typeof instagramMediaSchema>;

const plainComment = z.object({
  id,
  text: z.string().nullish(),
  timestamp: z.coerce.date(),
  username: z.string().nullish(),
  from: z.object({ id: anyId, username: z.string().nullish() }).nullish(),
  parent_id: z.string().nullish(),
});
export type InstagramComment = z.infer<typeof plainComment>;

/** A comment with the newest of its answers, which stand in no list of their own. */
export const instagramCommentSchema = plainComment.extend({
  replies: z.object({ data: z.array(z.unknown()) }).nullish(),
});
export const instagramReplySchema = plainComment;

/** Whose the account is: Instagram names people by their handle, and at times by a number that only we are given. */
export interface OwnAccount {
  id: string;
  /** Without the @. */
  username: string;
}

export function mediaMention(media: InstagramMedia, own: OwnAccount): ReadMentions[number] {
  const key = externalId({ media: media.id, comment: null });
  return {
    externalId: key,
    url: media.permalink ?? null,
    author: authorOf(media.username),
    text: keptWords(media.caption),
    publishedAt: media.timestamp,
    inReplyTo: null,
    conversationKey: key,
    own: media.username === own.username,
    hasMedia: true,
    extra: null,
  };
}

/** What a post says at the moment at which it is read; it may be known with other words. */
export function captionSeen({ id: media, caption }: InstagramMedia, at: Date): Wording[] {
  if (!caption?.trim()) return [];
  return [{ externalId: externalId({ media, comment: null }), text: keptWords(caption), at, told: false }];
}

/** @param foreign whether the post is somebody else's, who can be answered in another way only */
export function commentMention(
  comment: InstagramComment,
  media: { id: string; permalink?: string | null | undefined },
  own: OwnAccount,
  foreign = false,
): ReadMentions[number] {
  const post = externalId({ media: media.id, comment: null });
  const idOf = (commentId: string) => externalId({ comment: commentId, media: foreign ? media.id : null });
  const username = comment.username ?? comment.from?.username;
  return {
    externalId: idOf(comment.id),
    url: media.permalink ?? null,
    author: authorOf(username),
    text: keptWords(comment.text),
    publishedAt: comment.timestamp,
    inReplyTo: comment.parent_id ? idOf(comment.parent_id) : post,
    conversationKey: post,
    own: username === own.username || comment.from?.id === own.id,
    hasMedia: false,
    extra: null,
  };
}

function authorOf(username: string | null | undefined) {
  return {
    handle: username ? `@${username}` : null,
    name: null,
    followers: null,
    url: username ? `https://www.instagram.com/${encodeURIComponent(username)}/` : null,
  };
}
