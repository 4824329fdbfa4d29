import { z } from 'zod';
import type { Wording } from '#mentions';
import { keptWords } from '../meta/kept-words.js';
import type { ReadMentions } from '../meta/meta-reading.js';

const id = z.string().regex(/^\d+(_\d+){0,2}$/, { error: 'is not an id of Facebook' });
const person = z.object({ id: z.string(), name: z.string().optional() });

/** What is read of a post on a Page, of the Page itself or of a visitor. */
export const facebookPostSchema = z.object({
  id,
  message: z.string().nullish(),
  /** What Facebook says where nobody wrote a text: “Lumen updated their cover photo”. */
  story: z.string().nullish(),
  created_time: z.coerce.date(),
  /** Also when a comment came in last. */
  updated_time: z.string().nullish(),
  from: person.nullish(),
  permalink_url: z.string().nullish(),
  attachments: z.object({ data: z.array(z.unknown()) }).nullish(),
  comments: z.object({ summary: z.object({ total_count: z.number().int() }).nullish() }).nullish(),
});
export type FacebookPost = z.infer<typeof facebookPostSchema>;

export const facebookCommentSchema = z.object({
  id,
  message: z.string().nullish(),
  created_time: z.coerce.date(),
  from: person.nullish(),
  permalink_url: z.string().nullish(),
  parent: z.object({ id: z.string() }).nullish(),
  attachment: z.unknown().optional(),
});
export type FacebookComment = z.infer<typeof facebookCommentSchema>;

export function postMention(post: FacebookPost, pageId: string): ReadMentions[number] {
  return {
    externalId: post.id,
    url: post.permalink_url || facebookUrl(post.id),
    author: authorOf(post.from),
    text: keptWords(post.message, post.story),
    publishedAt: post.created_time,
    inReplyTo: null,
    conversationKey: post.id,
    own: post.from?.id === pageId,
    hasMedia: (post.attachments?.data.length ?? 0) > 0,
    extra: null,
  };
}

export function commentMention(
  comment: FacebookComment,
  postId: string,
  pageId: string,
): ReadMentions[number] {
  return {
    externalId: comment.id,
    url: comment.permalink_url || facebookUrl(comment.id),
    author: authorOf(comment.from),
    text: keptWords(comment.message),
    publishedAt: comment.created_time,
    inReplyTo: comment.parent?.id ?? postId,
    conversationKey: postId,
    own: comment.from?.id === pageId,
    hasMedia: comment.attachment !== undefined && comment.attachment !== null,
    extra: null,
  };
}

/** What a post or comment says, as of the moment at which it was asked for: Facebook does not say when it was changed. */
export function wordingSeen({ id, message }: FacebookPost | FacebookComment, at: Date): Wording[] {
  return message?.trim() ? [{ externalId: id, text: keptWords(message), at, told: false }] : [];
}

/** Facebook leads from the id to the post or comment, wherever it stands. */
export function facebookUrl(postId: string): string {
  return `https://www.facebook.com/${postId}`;
}

/** People have no handle, and names are not unique: the id that Facebook knows them by for this Page tells them apart. */
export function authorOf(from: { id: string; name?: string | undefined } | null | undefined) {
  return { handle: null, name: from?.name ?? null, followers: null, url: from ? facebookUrl(from.id) : null };
}
