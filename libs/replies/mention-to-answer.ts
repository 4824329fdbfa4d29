import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import type { LiveEvent } from '#platform/live';
import { notFound } from '#platform/problem';

/** What answering needs to know of a mention. */
export interface MentionToAnswer {
  kind: 'mention';
  id: string;
  publishedAt: Date;
  realm: Realm;
  network: string;
  externalId: string;
  sourceId: string | null;
  state: string;
  assigneeId: string | null;
  /** The level that it would justify alone. */
  level: number;
  /** That of the matter it belongs to: its own, or where the topic of an open incident stands, if that is higher. */
  matterLevel: number;
  version: number;
  /** How often its author changed the words. */
  wording: number;
  /** Network and thread. Without the network's own key, a post and what answers it directly are one conversation. */
  conversation: string;
}

const SELECT = `
  select 'mention' as kind, m.id, m.published_at as "publishedAt", m.realm, m.network, m.external_id as "externalId",
    m.source_id as "sourceId", m.state, m.assignee_id as "assigneeId", m.level, m.version, m.wording,
    greatest(m.level, (
      select max(l.level) from mention_topic t
      join incident on incident.topic_id = t.topic_id and incident.realm = m.realm and incident.state <> 'closed'
      join topic_level l on l.topic_id = t.topic_id and l.realm = m.realm
      where t.mention_id = m.id)) as "matterLevel",
    m.network || ':' || coalesce(m.conversation_key, m.in_reply_to, m.external_id) as conversation
  from mention_identity i join mention m on m.id = i.mention_id and m.published_at = i.published_at
  where i.mention_id = $1`;

export async function readMention(manager: EntityManager, mentionId: string): Promise<MentionToAnswer> {
  const [mention]: MentionToAnswer[] = await manager.query(SELECT, [mentionId]);
  if (!mention) throw notFound('mention-not-found', `There is no mention ${mentionId}.`);
  return mention;
}

/** The row's lock orders everyone who answers this mention. It is always taken before the lock of a reply. */
export async function lockMention(manager: EntityManager, mentionId: string): Promise<MentionToAnswer> {
  const [mention]: MentionToAnswer[] = await manager.query(`${SELECT} for update of m`, [mentionId]);
  if (!mention) throw notFound('mention-not-found', `There is no mention ${mentionId}.`);
  return mention;
}

/** Answered by this person, with the decision on record; the caller holds the lock. */
export async function markAnswered(
  manager: EntityManager,
  mention: MentionToAnswer,
  personId: string,
): Promise<LiveEvent> {
  const event = await changeMention(manager, mention, 'answered', personId, personId);
  await manager.query(
    `insert into decision (mention_id, at, person_id, action, from_state, from_assignee_id, to_state, to_assignee_id,
       version_after)
     values ($1, clock_timestamp(), $2, 'reply', $3, $4, 'answered', $2, $5)`,
    [mention.id, personId, mention.state, mention.assigneeId, mention.version + 1],
  );
  return event;
}

/**
 * Back to where it was before the reply, which did not go out: the decision is marked undone. Nothing happens when
 * someone has moved the mention since.
 */
export async function giveBack(
  manager: EntityManager,
  mention: MentionToAnswer,
  before: { state: string; assigneeId: string | null },
  by: string | null,
): Promise<LiveEvent | null> {
  if (mention.state !== 'answered') return null;
  await manager.query(
    `update decision set undone_at = clock_timestamp()
     where id = (select max(id) from decision where mention_id = $1 and action = 'reply' and undone_at is null)`,
    [mention.id],
  );
  return changeMention(manager, mention, before.state, before.assigneeId, by);
}

async function changeMention(
  manager: EntityManager,
  mention: MentionToAnswer,
  state: string,
  assigneeId: string | null,
  by: string | null,
): Promise<LiveEvent> {
  await manager.query(
    `update mention set state = $3, assignee_id = $4, version = version + 1 where id = $1 and published_at = $2`,
    [mention.id, mention.publishedAt, state, assigneeId],
  );
  return {
    type: 'mention.changed',
    mentionId: mention.id,
    state,
    assigneeId,
    version: mention.version + 1,
    by,
  };
}
