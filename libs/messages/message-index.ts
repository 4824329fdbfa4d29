import type { DataSource, EntityManager } from 'typeorm';
import { type FindableMessage, findable } from './find-message.js';

/** Topic under which the messages of the organisation stand: every mention is looked through for them. */
export const EVERY_TOPIC = '0';

/** A message that mentions are looked through for: its wordings, and from when on they count. */
export interface WatchedMessage {
  key: string;
  wordings: readonly FindableMessage[];
  from: Date;
}

/** The messages in force by topic, ready to be found, and the revision that they stand for. */
export interface MessageIndex {
  revision: string;
  byTopic: ReadonlyMap<string, readonly WatchedMessage[]>;
}

/** Keeps the messages of a process and makes them anew when they have changed. */
export class MessageIndexCache {
  private current: MessageIndex | undefined;

  /** The messages as of now, held still until the transaction ends. */
  async held(manager: EntityManager): Promise<MessageIndex> {
    const revision = await holdMessages(manager);
    if (this.current?.revision !== revision) this.current = await loadMessageIndex(manager);
    return this.current;
  }
}

/** Reads the messages in force, and makes them ready. */
export async function loadMessageIndex(database: DataSource | EntityManager): Promise<MessageIndex> {
  const rows: {
    revision: string;
    key: string | null;
    topicId: string;
    fr: string;
    en: string;
    from: Date;
  }[] = await database.query(
    `select r.number as revision, k.key, coalesce(s.topic_id, ${EVERY_TOPIC}) as "topicId", k.text_fr as fr, k.text_en as en,
       k.in_force_from as "from"
     from revision r left join (key_message k join message_set s on s.id = k.set_id) on k.in_force
     where r.name = 'messages' order by k.key`,
  );
  const byTopic = new Map<string, WatchedMessage[]>();
  for (const { key, topicId, fr, en, from } of rows) {
    if (key === null) continue;
    const wordings = [fr, en].flatMap((text) => findable(text) ?? []);
    if (wordings.length === 0) continue;
    const known = byTopic.get(topicId) ?? [];
    known.push({ key, wordings, from });
    byTopic.set(topicId, known);
  }
  return { revision: rows[0]?.revision ?? '0', byTopic };
}

/**
 * Holds the messages still until the transaction ends, together with whoever else holds them, and tells their revision. A
 * change waits for its turn and cannot be starved: no mention is assessed past a message that came into force before it.
 */
async function holdMessages(manager: EntityManager): Promise<string> {
  await manager.query(`select pg_advisory_xact_lock_shared(hashtext('passerelle messages'))`);
  // A statement of its own: its snapshot is then younger than the lock.
  const [row]: { number: string }[] = await manager.query(
    `select number from revision where name = 'messages'`,
  );
  return row?.number ?? '0';
}

/** Takes the messages for a change: nobody writes finds until the transaction ends. Raises their revision. */
export async function takeMessages(manager: EntityManager): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('passerelle messages'))`);
  await manager.query(`update revision set number = number + 1 where name = 'messages'`);
}
