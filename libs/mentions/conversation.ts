import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { conversationPostSchema, MentionState } from '#contract/mentions';
import { viewAuthor } from './mention-summary.js';

export type ConversationPost = z.infer<typeof conversationPostSchema>;

/** No more posts than this are shown around a mention: those closest to it in time. */
export const LONGEST_CONVERSATION = 200;
const DEEPEST_CHAIN = 50;

interface PostRow {
  mentionId: string | null;
  replyId: string | null;
  externalId: string | null;
  authorHandle: string | null;
  authorName: string | null;
  authorFollowers: number | null;
  authorUrl: string | null;
  own: boolean;
  text: string;
  removedAt: Date | null;
  publishedAt: Date;
  state: MentionState | null;
}

/**
 * The conversation around a mention, oldest first: what shares its key on the same network and realm, what it answers
 * and what answers it, one's own posts among them, and the published replies to any of these. A reply that the network
 * brought back as one's own post stands once, as the reply.
 */
export async function readConversation(
  manager: EntityManager,
  mentionId: string,
): Promise<ConversationPost[]> {
  const rows: PostRow[] = await manager.query(CONVERSATION, [mentionId]);
  return rows.map((row) => ({
    mentionId: row.mentionId,
    replyId: row.replyId,
    externalId: row.externalId,
    author: viewAuthor(row),
    own: row.own,
    text: row.text,
    removedAt: row.removedAt?.toISOString() ?? null,
    publishedAt: row.publishedAt.toISOString(),
    state: row.state,
  }));
}

const CONVERSATION = `
  with recursive subject as (
    select m.* from mention_identity i join mention m on m.id = i.mention_id and m.published_at = i.published_at
    where i.mention_id = $1
  ),
  above as (
    select id, published_at, network, in_reply_to, 1 as depth from subject
    union all
    select m.id, m.published_at, m.network, m.in_reply_to, above.depth + 1
    from above
    join mention_identity i on i.network = above.network and i.external_id = above.in_reply_to
    join mention m on m.id = i.mention_id and m.published_at = i.published_at
    where above.depth < ${DEEPEST_CHAIN}
  ),
  below as (
    select id, published_at, network, external_id, 1 as depth from subject
    union all
    select m.id, m.published_at, m.network, m.external_id, below.depth + 1
    from below
    join mention m on m.network = below.network and m.in_reply_to = below.external_id and m.conversation_key is null
    where below.depth < ${DEEPEST_CHAIN}
  ),
  places as (
    select id, published_at from above
    union
    select id, published_at from below
    union
    select m.id, m.published_at from subject s
    join mention m on m.network = s.network and m.conversation_key = s.conversation_key
  ),
  posts as (
    select m.* from places join mention m using (id, published_at), subject s where m.realm = s.realm
  ),
  replies as (
    select r.* from reply r where r.state = 'sent' and r.mention_id in (select id from posts)
  ),
  everything as (
    select case when own then null else id end as "mentionId", null::bigint as "replyId", external_id as "externalId",
      author_handle as "authorHandle", author_name as "authorName", author_followers as "authorFollowers",
      author_url as "authorUrl", own, text, null::timestamptz as "removedAt", published_at as "publishedAt", case when own then null else state end as state
    from posts
    where not (own and exists (
      select from replies r where r.network = posts.network and r.external_id = posts.external_id))
    union all
    select null, id, external_id, null, null, null, url, true, text,
      (select removed_at from reply_removal where reply_id = replies.id), sent_at, null from replies
  ),
  closest as (
    select everything.* from everything, subject
    order by ("mentionId" is not distinct from subject.id) desc,
      abs(extract(epoch from "publishedAt" - subject.published_at))
    limit ${LONGEST_CONVERSATION}
  )
  select * from closest order by "publishedAt", "mentionId" nulls last, "replyId"`;
