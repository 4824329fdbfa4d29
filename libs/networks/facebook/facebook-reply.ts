import { z } from 'zod';
import { type OutgoingReply, type PublishedPost, ReplyRefused, type SourceView } from '../connector.js';
import { askGraph } from '../meta/graph-api.js';
import { GraphRefused } from '../meta/graph-failure.js';
import { findOnce, publishOnce, refusalOf } from '../meta/meta-reply.js';
import { accountId, isGraphId, readAccess } from '../meta/page-access.js';
import { sameText } from '../meta/same-text.js';
import { readComments } from './facebook-lists.js';
import { FACEBOOK_RIGHTS } from './facebook-rights.js';
import { facebookUrl } from './facebook-post.js';

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
      const path = `${encodeURIComponent(answered)}/comments`;
      const { json } = await askGraph(source, { method: 'POST', path, body: { message } }, signal);
      return published(z.object({ id: z.string() }).parse(json).id);
    },
  });
}

export function findReply(source: SourceView, reply: OutgoingReply, signal: AbortSignal) {
  return findOnce(asking(source, reply, signal));
}

function asking(source: SourceView, reply: OutgoingReply, signal: AbortSignal) {
  return {
    look: () => look(source, reply, signal),
    rights: () => readAccess(source, FACEBOOK_RIGHTS, signal),
  };
}

/**
 * Looks below the answered comment, and beside it: Facebook hangs an answer to an answer below the comment on top of both.
 * All that stands there is looked through, or `unknown` is said.
 */
async function look(
  source: SourceView,
  { text, inReplyToExternalId: answered }: OutgoingReply,
  signal: AbortSignal,
): Promise<PublishedPost | 'none' | 'unknown'> {
  if (!isGraphId(answered)) {
    throw new ReplyRefused('network-refused', `${answered} is not a post or comment of Facebook`);
  }
  const below = await lookBelow(source, answered, text, signal);
  if (below !== 'none') return below;
  const above = await parentOf(source, answered, signal);
  return above === null ? 'none' : lookBelow(source, above, text, signal);
}

async function lookBelow(
  source: SourceView,
  id: string,
  text: string,
  signal: AbortSignal,
): Promise<PublishedPost | 'none' | 'unknown'> {
  const own = accountId(source);
  let after: string | null = null;
  for (let page = 0; page < PAGES; page++) {
    const { comments, refused, next } = await readComments(source, id, after, null, signal);
    const ours = comments.find(({ from, message }) => from?.id === own && sameText(message ?? '', text));
    if (ours) return published(ours.id);
    // One that cannot be read may be the one that is looked for.
    if (refused.length > 0) return 'unknown';
    if (next === null) return 'none';
    after = next;
  }
  return 'unknown';
}

/** The comment that this one answers; a post answers none, and has no such field. */
async function parentOf(source: SourceView, id: string, signal: AbortSignal): Promise<string | null> {
  try {
    const query = { fields: 'id,parent{id}' };
    const { json } = await askGraph(source, { path: encodeURIComponent(id), query }, signal);
    const { parent } = z.object({ parent: z.object({ id: z.string() }).nullish() }).parse(json);
    return parent?.id ?? null;
  } catch (error) {
    if (error instanceof GraphRefused && error.code === 100 && !error.missing) return null;
    throw error;
  }
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
