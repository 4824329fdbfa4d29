import type { EntityManager } from 'typeorm';
import { MENTION_STATES } from '#contract/mentions';
import type { Topic } from '#contract/topics';
import { type Realm, REALMS } from '#platform/contract';
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
  /** [hours ago (0-23), mentions] */
  day: [number, number][] | null;
  /** Mentions of the week. */
  week: number;
  /** [level above 0, mentions of the week] */
  raised: [number, number][] | null;
}

/**
 * Topics with their figures, in one statement. Without a realm, of both together. Without an id, all topics, by name.
 * The day is counted by the minute; of the week, the hours between its ends are added up from the sums of the topic, and
 * the few mentions above level 0 are counted beside it.
 */
export async function readTopics(
  manager: EntityManager,
  { realm, topicId, now }: { realm?: Realm; topicId?: string; now: Date },
): Promise<Topic[]> {
  // Counters are per minute, so the span ends with the minute that is running.
  const until = new Date(Math.floor(now.getTime() / 60_000 + 1) * 60_000);
  const from = new Date(until.getTime() - WEEK_MS);
  const firstHour = new Date(Math.ceil(from.getTime() / HOUR_MS) * HOUR_MS);
  const lastHour = new Date(Math.floor(until.getTime() / HOUR_MS) * HOUR_MS);
  const rows: TopicRead[] = await manager.query(
    `select t.id, t.name, t.description, t.query, t.active, t.version, t.rematch_done as "rematchDone",
       t.rematch_total as "rematchTotal", t.updated_at as "updatedAt", d.day, w.week, l.raised
     from topic t
     cross join lateral (
       select json_agg(json_build_array(hours_ago, mentions)) as day from (
         select floor(extract(epoch from $2::timestamptz - interval '1 second' - minute) / 3600)::integer as hours_ago,
           sum(mentions)::integer as mentions
         from mention_counter
         where topic_id = t.id and realm = any($3::text[]) and minute >= $2::timestamptz - interval '24 hours' and minute < $2
         group by 1
       ) as counted
     ) d
     cross join lateral (
       select coalesce(sum(mentions), 0)::integer as week from (
         select mentions from topic_tally
         where topic_id = t.id and realm = any($3::text[]) and span = 'hour' and network = '' and language = ''
           and start >= $4 and start < $5
         union all
         select mentions from mention_counter
         where topic_id = t.id and realm = any($3::text[]) and minute >= $1 and minute < $4
         union all
         select mentions from mention_counter
         where topic_id = t.id and realm = any($3::text[]) and minute >= $5 and minute < $2
       ) as counted
     ) w
     left join lateral (
       select json_agg(json_build_array(level, mentions)) as raised from (
         select a.level, count(*)::integer as mentions
         from unnest($3::text[]) as r(realm) cross join unnest($7::text[]) as s(state)
         cross join generate_series(1, 4) as a(level)
         cross join lateral (
           select from mention_topic mt
           where mt.topic_id = t.id and mt.realm = r.realm and mt.state = s.state and mt.level = a.level
             and mt.published_at >= $1 and mt.published_at < $2
         ) as one
         group by 1
       ) as counted
     ) l on w.week > 0
     where $6::bigint is null or t.id = $6
     order by lower(t.name), t.id`,
    [
      from,
      until,
      realm === undefined ? REALMS : [realm],
      firstHour,
      lastHour,
      topicId ?? null,
      MENTION_STATES,
    ],
  );
  return rows.map(viewTopic);
}

function viewTopic(row: TopicRead): Topic {
  const lastDay = Array.from({ length: WEEK_MS / HOUR_MS / 7 }, () => 0);
  for (const [hoursAgo, mentions] of row.day ?? [])
    lastDay[23 - hoursAgo] = (lastDay[23 - hoursAgo] ?? 0) + mentions;
  const byLevel = [row.week, 0, 0, 0, 0];
  for (const [level, mentions] of row.raised ?? []) {
    byLevel[level] = mentions;
    byLevel[0] = (byLevel[0] ?? 0) - mentions;
  }
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    query: row.query,
    active: row.active,
    version: row.version,
    lastDay,
    lastWeek: { total: row.week, byLevel },
    rematching: row.rematchTotal === null ? null : shareDone(row.rematchDone ?? 0, row.rematchTotal),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function shareDone(done: number, total: number): number {
  return total === 0 ? 0 : Math.min(1, done / total);
}
