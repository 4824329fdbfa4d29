import { z } from 'zod';
import { type OutgoingReply, type PublishedPost, ReplyRefused } from '../connector.js';
import { beforePublishing } from '../network-request.js';
import { askYouTube, type YouTubeAccess } from './youtube-api.js';
import {
  commentUrl,
  isCommentId,
  sameText,
  textOf,
  threadOf,
  type YouTubeComment,
} from './youtube-comment.js';
import { YouTubeRefused } from './youtube-failure.js';
import { readAnswers } from './youtube-lists.js';
import { actsAsAccount } from './youtube-token.js';

/** Pages of answers looked through when a reply is read back. */
const ANSWER_PAGES = 10;

/**
 * Publishes below the first comment of the thread, the only one that takes answers. YouTube knows no key of a reply, so the
 * thread is read first: where our account has said the very same there already, that is the reply, and nothing is posted.
 */
export async function publishReply(access: YouTubeAccess, reply: OutgoingReply): Promise<PublishedPost> {
  const { text, inReplyToExternalId: answered } = reply;
  if (!actsAsAccount(access.source)) {
    throw new ReplyRefused(
      'network-refused',
      'an API key may only read: connect the account that shall answer',
    );
  }
  if (answered === null || !isCommentId(answered))
    throw new ReplyRefused('network-refused', `${answered} is not a comment`);
  const there = await findReply(access, reply).catch((error: unknown) => {
    throw beforePublishing(error instanceof YouTubeRefused ? beforePosting(error) : error);
  });
  if (typeof there === 'object') return there;
  try {
    const { json } = await askYouTube(access, {
      method: 'POST',
      path: 'comments',
      purpose: 'answering',
      query: { part: 'snippet' },
      body: { snippet: { parentId: threadOf(answered), textOriginal: text } },
    });
    return published(z.object({ id: z.string(), snippet: postedSnippet }).parse(json));
  } catch (error) {
    throw error instanceof YouTubeRefused ? refusal(error) : error;
  }
}

/** Looks through what stands in the thread. */
export async function findReply(
  access: YouTubeAccess,
  { text, inReplyToExternalId: answered }: OutgoingReply,
): Promise<PublishedPost | 'none' | 'unknown'> {
  const own = access.source.credentials['channelId'];
  if (!own) return actsAsAccount(access.source) ? 'unknown' : 'none';
  if (answered === null || !isCommentId(answered)) return 'none';
  const thread: { id: string; page: string | null } = { id: threadOf(answered), page: null };
  let doubtful = false;
  for (let page = 0; page < ANSWER_PAGES; page++) {
    const { comments, refused, next } = await readAnswers(access, thread, 'answering');
    const ours = comments.filter(({ snippet }) => snippet.authorChannelId?.value === own);
    const found = ours.find((comment) => sameText(textOf(comment), text));
    if (found) return published(found);
    // One that cannot be read, or whose links are shown in other words, may be the one that is looked for.
    doubtful ||= refused.length > 0 || ours.some((comment) => mayHide(comment, text));
    if (next === null || next === thread.page) return doubtful ? 'unknown' : 'none';
    thread.page = next;
  }
  return 'unknown';
}

/** Taken down, or gone already. */
export async function removeReply(access: YouTubeAccess, { externalId }: PublishedPost): Promise<void> {
  try {
    await askYouTube(access, {
      method: 'DELETE',
      path: 'comments',
      purpose: 'answering',
      query: { id: externalId },
    });
  } catch (error) {
    if (!(error instanceof YouTubeRefused)) throw error;
    if (error.status !== 404) throw refusal(error);
  }
}

const postedSnippet = z.object({ videoId: z.string().nullish() });

function published({
  id,
  snippet,
}: Pick<YouTubeComment, 'id'> & { snippet: z.infer<typeof postedSnippet> }): PublishedPost {
  return { externalId: id, url: commentUrl(id, snippet.videoId ?? null) };
}

/** Without the original, a link may be shown as the title of what it leads to. */
function mayHide({ snippet }: YouTubeComment, text: string): boolean {
  return !snippet.textOriginal && /https?:\/\/|www\./i.test(text);
}

/** The thread could not be read, so nothing was posted: for good, or until the next try. */
function beforePosting(error: YouTubeRefused): Error {
  return error.reason === 'processingFailure' ? new Error(error.message) : refusal(error);
}

/** Error: nobody knows whether YouTube did it; it is said of requests that failed half way. */
function refusal({ status, reason, message }: YouTubeRefused): Error {
  if (reason === 'processingFailure') return new Error(message);
  if (reason === 'commentsDisabled') return new ReplyRefused('comments-disabled', message);
  if (status === 404 || reason === 'parentCommentIsPrivate') return new ReplyRefused('post-deleted', message);
  if (reason === 'commentTextTooLong') return new ReplyRefused('network-text-too-long', message);
  return new ReplyRefused('network-refused', message);
}
