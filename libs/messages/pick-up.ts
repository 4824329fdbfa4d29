import type { EntityManager } from 'typeorm';
import { type FoundMessage, findMessage, readText } from './find-message.js';
import { EVERY_TOPIC, type MessageIndex, type WatchedMessage } from './message-index.js';
import { movePickUp, type PickUpMove } from './pick-up-counter.js';

/** A mention, and the topics that it matches. */
export interface SearchedMention {
  id: string;
  publishedAt: Date;
  realm: string;
  text: string;
  topicIds: readonly string[];
}

/**
 * Finds the messages that mentions repeat, and keeps and counts them, in the caller's transaction, which is the one that
 * makes the mentions match those topics. What is known already is not counted again; what a person said of it stands.
 */
export async function recordPickUp(
  manager: EntityManager,
  index: MessageIndex,
  mentions: readonly SearchedMention[],
): Promise<void> {
  if (index.byTopic.size === 0) return;
  const found = mentions.flatMap((mention) => {
    const watched = [EVERY_TOPIC, ...mention.topicIds].flatMap((id) => index.byTopic.get(id) ?? []);
    return repeated(mention, watched).map((hit) => ({ mention, ...hit }));
  });
  if (found.length === 0) return;
  const rows: PickUpMove[] = await manager.query(
    `insert into message_hit as hit (message_key, mention_id, published_at, realm, kind, share, words)
     select key, mention_id, published_at, realm, kind, share, words
     from jsonb_to_recordset($1::jsonb) as found(key text, mention_id bigint, published_at timestamptz, realm text,
       kind text, share real, words jsonb)
     order by key, mention_id
     on conflict (message_key, mention_id) do update set in_topic = true where not hit.in_topic
     returning message_key as key, realm, published_at as "publishedAt", verdict, 1 as by`,
    [
      JSON.stringify(
        found.map(({ mention, key, kind, share, words }) => ({
          key,
          mention_id: mention.id,
          published_at: mention.publishedAt,
          realm: mention.realm,
          kind,
          share,
          words,
        })),
      ),
    ],
  );
  await movePickUp(manager, rows);
}

/** The messages of a topic no longer count these mentions, which have left it; what people said of them is kept. */
export async function leavePickUp(
  manager: EntityManager,
  topicId: string,
  mentionIds: readonly string[],
): Promise<void> {
  if (mentionIds.length === 0) return;
  const [rows]: [PickUpMove[], number] = await manager.query(
    `with gone as (
       select h.message_key, h.mention_id from message_hit h join key_message k on k.key = h.message_key
         join message_set s on s.id = k.set_id
       where h.mention_id = any($2::bigint[]) and s.topic_id = $1 and h.in_topic
       order by h.message_key, h.mention_id for update of h
     )
     update message_hit h set in_topic = false from gone
     where h.message_key = gone.message_key and h.mention_id = gone.mention_id
     returning h.message_key as key, h.realm, h.published_at as "publishedAt", h.verdict, -1 as by`,
    [topicId, mentionIds],
  );
  await movePickUp(manager, rows);
}

/**
 * Mentions whose text is another one now no longer repeat anything, until they are looked through again. What a person
 * said of a hit is kept.
 */
export async function leaveAllPickUp(manager: EntityManager, mentionIds: readonly string[]): Promise<void> {
  if (mentionIds.length === 0) return;
  const rows: PickUpMove[] = await manager.query(
    `with gone as (
       select message_key, mention_id, in_topic, verdict is not null as judged from message_hit
       where mention_id = any($1::bigint[]) order by message_key, mention_id for update
     ), left_out as (
       update message_hit h set in_topic = false from gone
       where h.message_key = gone.message_key and h.mention_id = gone.mention_id and gone.judged and gone.in_topic
       returning h.message_key, h.realm, h.published_at, h.verdict
     ), forgotten as (
       delete from message_hit h using gone
       where h.message_key = gone.message_key and h.mention_id = gone.mention_id and not gone.judged
       returning h.message_key, h.realm, h.published_at, h.verdict, gone.in_topic
     )
     select message_key as key, realm, published_at as "publishedAt", verdict, -1 as by from left_out
     union all
     select message_key, realm, published_at, verdict, -1 from forgotten where in_topic`,
    [mentionIds],
  );
  await movePickUp(manager, rows);
}

function repeated(
  mention: SearchedMention,
  watched: readonly WatchedMessage[],
): ({ key: string } & FoundMessage)[] {
  const counting = watched.filter(({ from }) => mention.publishedAt.getTime() >= from.getTime());
  if (counting.length === 0) return [];
  const text = readText(mention.text);
  return counting.flatMap(({ key, wordings }) => {
    let best: FoundMessage | null = null;
    for (const wording of wordings) {
      const found = findMessage(text, wording);
      if (found && (best === null || found.share > best.share)) best = found;
    }
    return best === null ? [] : [{ key, ...best }];
  });
}
