import type { EntityManager } from 'typeorm';
import type { ResponseOf } from '#platform/contract';
import { MOST_OVERVIEW_TOPICS, type readMessageOverview } from './contract.js';
import { figuresOfTopics, type MessageScope } from './message-figures.js';

type Overview = ResponseOf<typeof readMessageOverview>;

/**
 * What became of all messages in a span: of the organisation, then of each topic that has messages in force, the newest
 * first. With a topic, of that one only.
 */
export async function messageOverview(
  manager: EntityManager,
  { topicId, ...scope }: MessageScope,
): Promise<Overview> {
  const topics: { id: string | null; name: string | null }[] = await manager.query(
    `select t.id, t.name from message_set s left join topic t on t.id = s.topic_id
       join key_message k on k.set_id = s.id and k.in_force
     where $1::bigint is null or s.topic_id = $1::bigint
     group by t.id, t.name
     order by t.id is not null, max(k.in_force_from) desc, t.id`,
    [topicId],
  );
  const own = topics.filter(({ id }) => id === null);
  const ofTopics = topics.filter(({ id }) => id !== null);
  const shown = [...own, ...ofTopics.slice(0, MOST_OVERVIEW_TOPICS)];
  const figures = await figuresOfTopics(
    manager,
    shown.map(({ id }) => id),
    scope,
  );
  const items = shown.map(({ id, name }) => ({
    topic: id === null ? null : { id, name: name ?? '' },
    figures: figures.get(id) ?? [],
  }));
  return { items, more: Math.max(0, ofTopics.length - MOST_OVERVIEW_TOPICS) };
}
