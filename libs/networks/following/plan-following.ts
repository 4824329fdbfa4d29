import type { EntityManager } from 'typeorm';
import type { LeftOut } from '#contract/networks';
import type { Connector, PlannedTopic, TopicPlan } from '../connector.js';

/** As `source_following` keeps it. */
export interface StoredPlan extends Omit<TopicPlan, 'topics'> {
  topics: (Omit<PlannedTopic, 'leftOut'> & { leftOut: LeftOut | null })[];
  /** Of the topics that are followed, to look again at what comes. */
  queries: string[];
}

/** The topics that source `s` follows: those it names, or all. */
const FOLLOWED = `(coalesce(s.settings ->> 'topics', '') = ''
  or t.id = any(string_to_array(s.settings ->> 'topics', ',')::bigint[]))`;

/** What the plan of source `s` follows from: other settings or another version of a topic ask for another plan. */
export const STAMP = `(select md5(concat_ws('|', s.settings ->> 'topics', s.settings ->> 'enterprise',
    string_agg(t.id || ':' || t.version, ',' order by t.id))) from topic t where ${FOLLOWED})`;

interface TopicRow {
  topicId: string;
  query: string;
  active: boolean;
}

/**
 * Makes the plan of a source that follows topics, in the caller's transaction; the highest level comes first, then the
 * oldest topic. True when the plan has changed: its network does not have it yet.
 */
export async function planFollowing(
  manager: EntityManager,
  connector: Connector | null,
  sourceId: string,
): Promise<boolean> {
  // Before the topics are read: a change between the two makes the stamp too old, and the plan is made again.
  const [source]: { settings: Record<string, unknown>; stamp: string }[] = await manager.query(
    `select s.settings, ${STAMP} as stamp from source s
     where s.id = $1 and s.removed_at is null and s.settings ->> 'watch' = 'topics' for update of s`,
    [sourceId],
  );
  if (!source || !connector?.planTopics) return false;
  const topics: TopicRow[] = await manager.query(
    `select t.id as "topicId", t.query, t.active from source s cross join topic t
     left join topic_level l on l.topic_id = t.id and l.realm = 'live'
     where s.id = $1 and ${FOLLOWED} and (t.active or coalesce(s.settings ->> 'topics', '') <> '')
     order by coalesce(l.level, 0) desc, t.id`,
    [sourceId],
  );
  const active = topics.filter((topic) => topic.active);
  const plan = connector.planTopics(source.settings, active);
  const stored: StoredPlan = {
    ...plan,
    topics: [
      ...plan.topics,
      ...topics
        .filter((topic) => !topic.active)
        .map(({ topicId }) => ({ topicId, rules: [], widened: [], leftOut: 'inactive' as const })),
    ],
    queries: active.map(({ query }) => query),
  };
  const [changed]: unknown[] = await manager.query(
    `insert into source_following as f (source_id, stamp, plan) values ($1, $2, $3)
     on conflict (source_id) do update set stamp = excluded.stamp, plan = excluded.plan,
       next_keep_at = case when f.plan = excluded.plan then f.next_keep_at else now() end
     returning (xmax = 0 or next_keep_at = now()) as changed`,
    [sourceId, source.stamp, JSON.stringify(stored)],
  );
  return (changed as { changed: boolean } | undefined)?.changed ?? false;
}
