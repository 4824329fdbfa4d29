import { z } from 'zod';
import { type OutgoingReply, type PublishedPost, ReplyRefused, type SourceView } from '../connector.js';
import { askGraph } from '../meta/graph-api.js';
import { GraphRefused } from '../meta/graph-failure.js';
import { findOnce, publishOnce, refusalOf } from '../meta/meta-reply.js';
import { readAccess } from '../meta/page-access.js';
import { ownReply, type ThreadComment } from '../meta/own-reply.js';
import { INSTAGRAM_RIGHTS, ownAccount } from './instagram-account.js';
import { asInstagramId, type InstagramId } from './instagram-id.js';
import { readComments, REPLY_FIELDS } from './instagram-lists.js';
import { type InstagramComment, instagramReplySchema } from './instagram-post.js';

/** Pages of answers looked through when a reply is read back. */
const PAGES = 10;

export function publishReply(
  source: SourceView,
  reply: OutgoingReply,
  signal: AbortSignal,
): Promise<PublishedPost> {
  return publishOnce({
    ...asking(source, reply, signal),
    post: async () => {
      const { path, body } = postingOf(source, answeredBy(reply), reply.text);
      const { json } = await askGraph(source, { method: 'POST', path, body }, signal);
      return published(z.object({ id: z.coerce.string() }).parse(json).id);
    },
  });
}

export function findReply(source: SourceView, reply: OutgoingReply, signal: AbortSignal) {
  return findOnce(asking(source, reply, signal));
}

function asking(source: SourceView, reply: OutgoingReply, signal: AbortSignal) {
  return {
    look: () => look(source, answeredBy(reply), reply.text, signal),
    rights: () => readAccess(source, INSTAGRAM_RIGHTS, signal),
  };
}

function answeredBy({ inReplyToExternalId: answered }: OutgoingReply): InstagramId {
  const id = answered === null ? null : asInstagramId(answered);
  if (id === null) {
    throw new ReplyRefused('network-refused', `${answered} is not a post or comment of Instagram`);
  }
  return id;
}

/** Where somebody named us in a post of their own, the answer goes through our account, which hangs it there. */
function postingOf(source: SourceView, { comment, media }: InstagramId, message: string) {
  if (media === null) return { path: `${comment}/replies`, body: { message } };
  const path = `${ownAccount(source).id}/mentions`;
  return { path, body: { message, media_id: media, ...(comment === null ? {} : { comment_id: comment }) } };
}

/**
 * Looks through the whole thread, because Instagram hangs an answer to an answer below the comment on top of both. Below the
 * posts of others Instagram lets nobody look, so there nobody can say.
 */
async function look(
  source: SourceView,
  { comment, media }: InstagramId,
  text: string,
  signal: AbortSignal,
): Promise<PublishedPost | 'none' | 'unknown'> {
  if (media !== null) return 'unknown';
  const answered = await readAnswered(source, comment, signal);
  const top = answered.parent_id ?? comment;
  const comments = await readThread(source, top, signal);
  if (comments === null) return 'unknown';
  const above = top === comment ? [] : [await readAnswered(source, top, signal)];
  const thread = [...comments, ...above].map((one) => asThread(one, source));
  const found = ownReply(asThread(answered, source), thread, text);
  if (found === 'unclear') return 'unknown';
  return found === 'none' ? 'none' : published(found.id);
}

async function readAnswered(source: SourceView, id: string, signal: AbortSignal): Promise<InstagramComment> {
  const query = { fields: REPLY_FIELDS };
  const { json } = await askGraph(source, { path: encodeURIComponent(id), query }, signal);
  return instagramReplySchema.parse(json);
}

/** All answers of a comment; null where there are too many, or one cannot be read, which may be the one that is looked for. */
async function readThread(
  source: SourceView,
  comment: string,
  signal: AbortSignal,
): Promise<InstagramComment[] | null> {
  const all: InstagramComment[] = [];
  let after: string | null = null;
  const path = `${encodeURIComponent(comment)}/replies`;
  for (let page = 0; page < PAGES; page++) {
    const { comments, refused, next } = await readComments(source, path, after, signal);
    if (refused.length > 0) return null;
    all.push(...comments);
    if (next === null) return all;
    after = next;
  }
  return null;
}

function asThread(comment: InstagramComment, source: SourceView): ThreadComment {
  const own = ownAccount(source);
  const author = comment.username ?? comment.from?.username ?? null;
  return {
    id: comment.id,
    at: comment.timestamp,
    author,
    own: comment.from?.id === own.id || author === own.username,
    text: comment.text ?? '',
  };
}

export async function removeReply(
  source: SourceView,
  { externalId }: PublishedPost,
  signal: AbortSignal,
): Promise<void> {
  try {
    await askGraph(source, { method: 'DELETE', path: encodeURIComponent(externalId) }, signal);
  } catch (error) {
    if (!(error instanceof GraphRefused)) throw error;
    if (!error.missing) throw refusalOf(error);
  }
}

/** Instagram gives a comment no address of its own. */
function published(id: string): PublishedPost {
  return { externalId: id, url: null };
}
