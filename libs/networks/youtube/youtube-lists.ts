import { z } from 'zod';
import { PageForgotten, type PulledPage, SourceNeedsAttention } from '../connector.js';
import { readableItems } from '../readable-items.js';
import type { QuotaPurpose } from '../quota/quota-plan.js';
import { askYouTube, type YouTubeAccess } from './youtube-api.js';
import { commentMention, commentSchema, type YouTubeComment, threadSchema } from './youtube-comment.js';
import type { OpenThread } from './youtube-cursor.js';
import { YouTubeRefused } from './youtube-failure.js';
import { youtubeSettings } from './youtube-settings.js';

const PAGE = '100';
/** `textDisplay` without HTML. */
const PLAIN = { textFormat: 'plainText', maxResults: PAGE };

export interface ThreadPage extends Pick<PulledPage, 'mentions' | 'refused'> {
  /** Publication of each thread's first comment. */
  times: Date[];
  /** Threads with more answers than came along. */
  open: OpenThread[];
  next: string | null;
  pauseUntil: Date | null;
}

export interface AnswerPage extends Pick<PulledPage, 'refused'> {
  comments: YouTubeComment[];
  next: string | null;
  pauseUntil: Date | null;
}

const listSchema = z.object({
  items: z.array(z.unknown()).nullish(),
  nextPageToken: z.string().nullish(),
});

/** A page of what the source watches, newest thread first, with the answers that YouTube gives along. */
export async function readThreads(
  access: YouTubeAccess,
  page: string | null,
  purpose: QuotaPurpose,
): Promise<ThreadPage> {
  const { credentials } = access.source;
  const { json, pauseUntil } = await askYouTube(access, {
    path: 'commentThreads',
    purpose,
    query: {
      ...watched(access),
      ...PLAIN,
      part: 'snippet,replies',
      order: 'time',
      pageToken: page ?? undefined,
    },
  }).catch((error: unknown) => {
    throw notListed(error, page);
  });
  const list = listSchema.parse(json);
  const { items: threads, refused } = readableItems(list.items ?? [], threadSchema);
  const own = credentials['channelId'] ?? null;
  const mentions: ThreadPage['mentions'] = [];
  const open: OpenThread[] = [];
  for (const { id, snippet, replies } of threads) {
    const videoId = snippet.videoId ?? null;
    const answers = readableItems(replies?.comments ?? [], commentSchema);
    for (const comment of [snippet.topLevelComment, ...answers.items]) {
      mentions.push(commentMention(comment, { id, videoId }, own));
    }
    refused.push(...answers.refused);
    const given = replies?.comments.length ?? 0;
    if (snippet.totalReplyCount > given)
      open.push({ id, videoId, total: snippet.totalReplyCount, page: null });
  }
  const times = threads.map(({ snippet }) => snippet.topLevelComment.snippet.publishedAt);
  return { mentions, refused, times, open, next: list.nextPageToken || null, pauseUntil };
}

/** A page of the answers under a comment. Throws YouTubeRefused as YouTube does. */
export async function readAnswers(
  access: YouTubeAccess,
  thread: { id: string; page: string | null },
  purpose: QuotaPurpose,
): Promise<AnswerPage> {
  const { json, pauseUntil } = await askYouTube(access, {
    path: 'comments',
    purpose,
    query: { part: 'snippet', parentId: thread.id, ...PLAIN, pageToken: thread.page ?? undefined },
  });
  const list = listSchema.parse(json);
  const { items: comments, refused } = readableItems(list.items ?? [], commentSchema);
  return { comments, refused, next: list.nextPageToken || null, pauseUntil };
}

/** Which of these comments YouTube shows, and what those say that can be read; for a unit, whatever is asked of them. */
export async function readIds(
  access: YouTubeAccess,
  ids: readonly string[],
  purpose: QuotaPurpose,
): Promise<{ there: Set<string>; comments: YouTubeComment[] }> {
  const { json } = await askYouTube(access, {
    path: 'comments',
    purpose,
    query: { part: 'snippet', textFormat: PLAIN.textFormat, id: ids.join(',') },
  });
  const { items } = z.object({ items: z.array(z.looseObject({ id: z.string() })) }).parse(json);
  return {
    there: new Set(items.map(({ id }) => id)),
    comments: readableItems(items, commentSchema).items,
  };
}

function watched({ source }: YouTubeAccess): Record<string, string> {
  const { watch, term = '' } = youtubeSettings.parse(source.settings);
  if (watch === 'video') return { videoId: term };
  const channel = source.credentials['watchedChannelId'] ?? source.credentials['channelId'];
  if (!channel) throw new SourceNeedsAttention('not-at-network', 'the channel was never looked up');
  return { allThreadsRelatedToChannelId: channel };
}

/** What YouTube would not list: a mark of a page that it forgot, or something that a person has to set right. */
export function notListed(error: unknown, page: string | null): unknown {
  if (!(error instanceof YouTubeRefused)) return error;
  const { status, reason, message } = error;
  if (status === 400 && page !== null) return new PageForgotten(message);
  if (reason === 'commentsDisabled') return new SourceNeedsAttention('comments-disabled', message);
  // Mostly a passing weakness: it is asked again after a growing while.
  if (reason === 'processingFailure') return new Error(message);
  if (status === 403) return new SourceNeedsAttention('rights-missing', message);
  return new SourceNeedsAttention('not-at-network', message);
}
