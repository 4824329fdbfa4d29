import { z } from 'zod';
import { type OutgoingReply, type PublishedPost, ReplyRefused, type SourceView } from '../connector.js';
import { askGraph } from '../meta/graph-api.js';
import { GraphRefused } from '../meta/graph-failure.js';
import { findOnce, publishOnce, refusalOf } from '../meta/meta-reply.js';
import { readAccess } from '../meta/page-access.js';
import { sameText } from '../meta/same-text.js';
import { INSTAGRAM_RIGHTS, ownAccount } from './instagram-account.js';
import { asInstagramId, type InstagramId } from './instagram-id.js';
import { readComments } from './instagram-lists.js';

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
  const id = asInstagramId(answered);
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
 * Looks through the answers of the comment, and of the one that it answers itself: Instagram hangs an answer to an answer
 * there. Below the posts of others Instagram lets nobody look, so there nobody can say.
 */
async function look(
  source: SourceView,
  { comment, media }: InstagramId,
  text: string,
  signal: AbortSignal,
): Promise<PublishedPost | 'none' | 'unknown'> {
  if (media !== null) return 'unknown';
  const below = await lookBelow(source, comment, text, signal);
  if (below !== 'none') return below;
  const query = { fields: 'id,parent_id' };
  const { json } = await askGraph(source, { path: comment, query }, signal);
  const above = z.object({ parent_id: z.string().regex(/^\d+$/).nullish() }).parse(json).parent_id;
  return above ? lookBelow(source, above, text, signal) : 'none';
}

async function lookBelow(
  source: SourceView,
  comment: string,
  text: string,
  signal: AbortSignal,
): Promise<PublishedPost | 'none' | 'unknown'> {
  const own = ownAccount(source);
  let after: string | null = null;
  for (let page = 0; page < PAGES; page++) {
    const { comments, refused, next } = await readComments(source, `${comment}/replies`, after, signal);
    const ours = comments.find(
      (one) =>
        (one.from?.id === own.id || (one.username ?? one.from?.username) === own.username) &&
        sameText(one.text ?? '', text),
    );
    if (ours) return published(ours.id);
    // One that cannot be read may be the one that is looked for.
    if (refused.length > 0) return 'unknown';
    if (next === null) return 'none';
    after = next;
  }
  return 'unknown';
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
