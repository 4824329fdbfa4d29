import { z } from 'zod';
import { type OutgoingReply, type PublishedPost, ReplyRefused, type SourceView } from '../connector.js';
import { beforePublishing } from '../network-request.js';
import { ownId } from './x-account.js';
import { askX, neverArrived } from './x-api.js';
import { isPostId } from './x-cursor.js';
import { XRefused } from './x-failure.js';
import { readList } from './x-lists.js';
import { answeredId, postUrl, readableText, sameText } from './x-post.js';

/** Own posts looked through when a reply is read back. */
const OWN_PAGES = 5;

/**
 * Publishes once. X refuses words that our account has just posted: then its own posts say whether this very reply is
 * there already, and nothing is posted a second time.
 */
export async function publishReply(
  source: SourceView,
  reply: OutgoingReply,
  signal: AbortSignal,
): Promise<PublishedPost> {
  const { text, inReplyToExternalId: answered } = reply;
  if (answered !== null && !isPostId(answered)) {
    throw new ReplyRefused('network-refused', `${answered} is not a post of X`);
  }
  const under = answered === null ? {} : { reply: { in_reply_to_tweet_id: answered } };
  try {
    const { json } = await askX(source, { method: 'POST', path: 'tweets', body: { text, ...under } }, signal);
    return published(source, z.object({ data: z.object({ id: z.string() }) }).parse(json).data.id);
  } catch (error) {
    if (neverArrived(error)) throw beforePublishing(error);
    if (!(error instanceof XRefused)) throw error;
    if (!/duplicate/i.test(error.message)) throw refusal(error);
    const there = await findReply(source, reply, signal).catch(() => 'unknown' as const);
    if (typeof there === 'object') return there;
    if (there === 'unknown') throw new Error(error.message, { cause: error });
    throw new ReplyRefused('duplicate-text', error.message);
  }
}

/** X's clock and ours may differ by this much. */
const CLOCKS_MS = 120_000;

/** Looks through our own posts back to the one that was answered, or to the moment at which a post was asked for. */
export async function findReply(
  source: SourceView,
  { text, inReplyToExternalId: answered, askedAt }: OutgoingReply,
  signal: AbortSignal,
): Promise<PublishedPost | 'none' | 'unknown'> {
  if (answered !== null && !isPostId(answered)) return 'none';
  const from =
    answered === null
      ? { start_time: new Date(askedAt.getTime() - CLOCKS_MS).toISOString().replace(/\.\d+Z$/, 'Z') }
      : { since_id: answered };
  let token: string | undefined;
  for (let page = 0; page < OWN_PAGES; page++) {
    const own = await readList(
      source,
      `users/${ownId(source)}/tweets`,
      { ...from, max_results: 100, pagination_token: token },
      signal,
    );
    const ours = own.posts.find(
      (post) => answeredId(post) === answered && sameText(readableText(post), text),
    );
    if (ours) return published(source, ours.id);
    // One that cannot be read may be the one that is looked for.
    if (own.refused.length > 0) return 'unknown';
    if (own.next === null) return 'none';
    token = own.next;
  }
  return 'unknown';
}

export async function removeReply(
  source: SourceView,
  { externalId }: PublishedPost,
  signal: AbortSignal,
): Promise<void> {
  try {
    await askX(source, { method: 'DELETE', path: `tweets/${encodeURIComponent(externalId)}` }, signal);
  } catch (error) {
    if (!(error instanceof XRefused)) throw error;
    if (error.status !== 404) throw refusal(error);
  }
}

function published(source: SourceView, id: string): PublishedPost {
  return { externalId: id, url: postUrl(source.account, id) };
}

function refusal({ message, status }: XRefused): ReplyRefused {
  if (status === 404 || /deleted|not visible|does not exist|could not find/i.test(message)) {
    return new ReplyRefused('post-deleted', message);
  }
  if (/too long|character/i.test(message)) return new ReplyRefused('network-text-too-long', message);
  if (/block|not allowed to (reply|create)|not been mentioned|reply to this conversation/i.test(message)) {
    return new ReplyRefused('author-blocked', message);
  }
  return new ReplyRefused('network-refused', message);
}
