import type { EntityManager } from 'typeorm';
import type { Topic } from '#contract/topics';
import type { Realm } from '#platform/contract';
import { WEEK_MS } from './topic-preview.js';

const HOUR_MS = 60 * 60_000;

interface TopicRead {
  id: string;
  name: string;
  description: string;
  query: string;
  active: boolean;
  version: number;
  rematchDone: number | null;
  rematchTotal: number | null;
  updatedAt: Date;
  /** [hours ago (0-23) or null when longer ago, level, mentions] */
  figures: [number | null, number, number][] | null;
}

/**
 * Topics with their figures, in one statement and from the counters alone. Without a realm, of both together.
 * Without an id, all topics, by name.
 */
export async function readTopics(
  manager: EntityManager,
  { realm, topicId, now }: { realm?: Realm; topicId?: string; now: Date },
): Promise<Topic[]> {
  // Counters are per minute, so the span ends with the minute that is running.
  const until = new Date(Math.floor(now.getTime() / 60_000 + 1) * 60_000);
  const rows: TopicRead[] = await manager.query(
    `select t.id, t.name, t.description, t.query, t.active, t.version, t.rematch_done as "rematchDone",
       t.rematch_total as "rematchTotal", t.updated_at as "updatedAt", f.figures
     from topic t
     left join lateral (
       select json_agg(json_build_array(hours_ago, level, mentions)) as figures
       from (
         select case when minute >= $2::timestamptz - interval '24 hours'
             then floor(extract(epoch from $2::timestamptz - interval '1 second' - minute) / 3600)::integer end as hours_ago,
           level, sum(mentions)::integer as mentions
         from mention_counter
         where topic_id = t.id and minute >= $1 and minute < $2 and ($3::text is null or realm = $3)
         group by 1, 2
       ) as counted
     ) f on true
     where $4::bigint is null or t.id = $4
     order by lower(t.name), t.id`,
    [new Date(until.getTime() - WEEK_MS), until, realm ?? null, topicId ?? null],
  );
  return rows.map(viewTopic);
}

function viewTopic(row: TopicRead): Topic {
  const lastDay = Array.from({ length: WEEK_MS / HOUR_MS / 7 }, () => 0);
  const byLevel = [0, 0, 0, 0, 0];
  for (const [hoursAgo, level, mentions] of row.figures ?? []) {
    byLevel[level] = (byLevel[level] ?? 0) + mentions;
    if (hoursAgo !== null) lastDay[23 - hoursAgo] = (lastDay[23 - hoursAgo] ?? 0) + mentions;
  }
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    query: row.query,
    active: row.active,
    version: row.version,
    lastDay,
    lastWeek: { total: byLevel.reduce((sum, count) => sum + count, 0), byLevel },
    rematching: row.rematchTotal === null ? null : shareDone(row.rematchDone ?? 0, row.rematchTotal),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function shareDone(done: number, total: number): number {
  return total === 0 ? 0 : Math.min(1, done / total);
}
