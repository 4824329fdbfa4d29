import type { EntityManager } from 'typeorm';

/** From this level of a mention on, its topics are evaluated without waiting for the minute to end. */
const SEVERE = 2;

/**
 * Notes, in the caller's transaction, that topics were given severe mentions. Costs nothing where none of them is
 * severe; only adds rows, so it never waits for an evaluation that is going on.
 */
export async function askEvaluation(
  manager: EntityManager,
  mentions: readonly { topicId: string; realm: string; level: number }[],
): Promise<void> {
  const severe = new Map(
    mentions
      .filter(({ level }) => level >= SEVERE)
      .map(({ topicId, realm }) => [`${topicId} ${realm}`, { topicId, realm }]),
  );
  if (severe.size === 0) return;
  const topics = [...severe.values()];
  await manager.query(
    `insert into topic_level_ask (topic_id, realm) select * from unnest($1::bigint[], $2::text[])`,
    [topics.map(({ topicId }) => topicId), topics.map(({ realm }) => realm)],
  );
}
