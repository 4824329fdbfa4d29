import { z } from 'zod';
import { type OutgoingReply, type PublishedPost, ReplyRefused, type SourceView } from '../connector.js';
import { askGraph } from '../meta/graph-api.js';
import { GraphRefused } from '../meta/graph-failure.js';
import { findOnce, publishOnce, refusalOf } from '../meta/meta-reply.js';
import { accountId, isGraphId, readAccess } from '../meta/page-access.js';
import { ownReply, type ThreadComment } from '../meta/own-reply.js';
import { readComments } from './facebook-lists.js';
import { findPost, readPostingAccess } from './facebook-own-post.js';
import { FACEBOOK_RIGHTS } from './facebook-rights.js';
import { type FacebookComment, facebookCommentSchema, facebookUrl } from './facebook-post.js';

/** Pages of comments looked through when a reply is read back. */
const PAGES = 10;

export function publishReply(
  source: SourceView,
  reply: OutgoingReply,
  signal: AbortSignal,
): Promise<PublishedPost> {
  const { text: message, inReplyToExternalId: answered } = reply;
  return publishOnce({
    ...asking(source, reply, signal),
    post: async () => {
      const path =
        answered === null ? `${accountId(source)}/feed` : `${encodeURIComponent(answered)}/comments`;
      const { json } = await askGraph(source, { method: 'POST', path, body: { message } }, signal);
      return published(z.object({ id: z.string() }).parse(json).id);
    },
  });
}

export function findReply(source: SourceView, reply: OutgoingReply, signal: AbortSignal) {
  return findOnce(asking(source, reply, signal));
}

function asking(source: SourceView, reply: OutgoingReply, signal: AbortSignal) {
  const answered = reply.inReplyToExternalId;
  if (answered === null) {
    return { look: () => findPost(source, reply, signal), rights: () => readPostingAccess(source, signal) };
  }
  return {
    look: () => look(source, answered, reply.text, signal),
    rights: () => readAccess(source, FACEBOOK_RIGHTS, signal),
  };
}

/**
 * Below a post its own comments are looked through; below a comment the whole thread, because Facebook hangs an answer to an
 * answer below the comment on top of both. All that stands there is read, or `unknown` is said.
 */
async function look(
  source: SourceView,
  id: string,
  text: string,
  signal: AbortSignal,
): Promise<PublishedPost | 'none' | 'unknown'> {
  if (!isGraphId(id)) {
    throw new ReplyRefused('network-refused', `${id} is not a post or comment of Facebook`);
  }
  const answered = await readAnswered(source, id, signal);
  const top = answered.parent?.id ?? id;
  const comments = await readThread(source, top, signal);
  if (comments === null) return 'unknown';
  const thread = (answered.isPost ? comments.filter(({ parent }) => !parent) : comments).map((comment) =>
    asThread(comment, source),
  );
  if (top !== id) thread.push(asThread(await readAnswered(source, top, signal), source));
  // Below a post each comment that answers nobody else is meant for the post.
  const others = answered.isPost ? thread.filter(({ own }) => own) : thread;
  const found = ownReply(asThread(answered, source), others, text);
  if (found === 'unclear') return 'unknown';
  return found === 'none' ? 'none' : published(found.id);
}

const answeredSchema = facebookCommentSchema.pick({
  id: true,
  created_time: true,
  from: true,
  parent: true,
  message: true,
});
type Answered = z.infer<typeof answeredSchema>;

/** A post answers none, and has no such field. */
async function readAnswered(
  source: SourceView,
  id: string,
  signal: AbortSignal,
): Promise<Answered & { isPost: boolean }> {
  const ask = async (fields: string) =>
    answeredSchema.parse(
      (await askGraph(source, { path: encodeURIComponent(id), query: { fields } }, signal)).json,
    );
  try {
    return { ...(await ask(`${ANSWERED_FIELDS},parent{id}`)), isPost: false };
  } catch (error) {
    if (!(error instanceof GraphRefused && error.code === 100 && !error.missing)) throw error;
    return { ...(await ask(ANSWERED_FIELDS)), isPost: true };
  }
}

const ANSWERED_FIELDS = 'id,created_time,from{id},message';

/** All comments below; null where there are too many, or one cannot be read, which may be the one that is looked for. */
async function readThread(
  source: SourceView,
  id: string,
  signal: AbortSignal,
): Promise<FacebookComment[] | null> {
  const all: FacebookComment[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES; page++) {
    const { comments, refused, next } = await readComments(source, id, after, null, signal);
    if (refused.length > 0) return null;
    all.push(...comments);
    if (next === null) return all;
    after = next;
  }
  return null;
}

function asThread(comment: Answered, source: SourceView): ThreadComment {
  return {
    id: comment.id,
    at: comment.created_time,
    author: comment.from?.id ?? null,
    own: comment.from?.id === accountId(source),
    text: comment.message ?? '',
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

function published(id: string): PublishedPost {
  return { externalId: id, url: facebookUrl(id) };
}
