import { z } from 'zod';
import type { Wording } from '#mentions';
import type { PulledPage } from '../connector.js';

export const commentSchema = z.object({
  id: z.string().min(1),
  snippet: z.object({
    authorDisplayName: z.string().catch(''),
    authorChannelUrl: z.string().nullish(),
    authorChannelId: z.object({ value: z.string() }).nullish(),
    textDisplay: z.string(),
    /** Given to the author of the comment only. */
    textOriginal: z.string().nullish(),
    parentId: z.string().nullish(),
    videoId: z.string().nullish(),
    publishedAt: z.coerce.date(),
    updatedAt: z.coerce.date().optional(),
  }),
});
export type YouTubeComment = z.infer<typeof commentSchema>;

export const threadSchema = z.object({
  id: z.string().min(1),
  snippet: z.object({
    videoId: z.string().nullish(),
    totalReplyCount: z.number().int().catch(0),
    topLevelComment: commentSchema,
  }),
  replies: z.object({ comments: z.array(z.unknown()) }).nullish(),
});
export type YouTubeThread = z.infer<typeof threadSchema>;

/** A comment as a mention; `ownChannel` is the id of our channel. */
export function commentMention(
  { id, snippet }: YouTubeComment,
  thread: { id: string; videoId: string | null },
  ownChannel: string | null,
): PulledPage['mentions'][number] {
  const author = snippet.authorChannelId?.value ?? null;
  const videoId = thread.videoId ?? snippet.videoId ?? null;
  const name = snippet.authorDisplayName || null;
  return {
    externalId: id,
    url: commentUrl(id, videoId),
    author: {
      handle: name?.startsWith('@') ? name : author,
      name,
      url: author ? `https://www.youtube.com/channel/${author}` : null,
    },
    text: textOf({ snippet }) || '[…]',
    publishedAt: snippet.publishedAt,
    editedAt: editedAt(snippet),
    inReplyTo: id === thread.id ? null : thread.id,
    conversationKey: thread.id,
    own: ownChannel !== null && author === ownChannel,
    extra: videoId ? { videoId } : null,
  };
}

/** What a comment says since its author changed it; nothing where that never happened. */
export function editedWording({ id, snippet }: YouTubeComment): Wording[] {
  const at = editedAt(snippet);
  return at === null ? [] : [{ externalId: id, text: textOf({ snippet }) || '[…]', at, told: true }];
}

/** Never changed: both times are the same. */
function editedAt({ updatedAt, publishedAt }: YouTubeComment['snippet']): Date | null {
  return updatedAt && updatedAt > publishedAt ? updatedAt : null;
}

/** What was typed, where we may know it, else what is shown. */
export function textOf({ snippet }: Pick<YouTubeComment, 'snippet'>): string {
  return (snippet.textOriginal ?? snippet.textDisplay).trim();
}

export function commentUrl(id: string, videoId: string | null): string | null {
  return videoId
    ? `https://www.youtube.com/watch?v=${encodeURIComponent(videoId)}&lc=${encodeURIComponent(id)}`
    : null;
}

/** Replies are numbered below the first comment of their thread, and only that one can be answered. */
export function threadOf(commentId: string): string {
  return commentId.split('.')[0] ?? commentId;
}

export function isCommentId(text: string): boolean {
  return /^[\w-]{5,100}(\.[\w-]{5,100})?$/.test(text);
}

/** Whether a published text is the one that was sent: YouTube trims lines and changes white space. */
export function sameText(published: string, sent: string): boolean {
  return bare(published) === bare(sent);
}

function bare(text: string): string {
  return text.replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '').normalize('NFC');
}
