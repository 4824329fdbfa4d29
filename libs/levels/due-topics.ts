import type { DataSource } from 'typeorm';

export interface DueTopic {
  topicId: string;
  realm: 'live' | 'training';
}

/** How far back a topic that was never evaluated begins: its baseline learns from there. */
export const HISTORY_DAYS = 28;
/** A topic about which nothing is said is looked at this often; it is caught up then, minute after minute. */
const QUIET_MINUTES = 15;
/** A topic is not begun while its past is still being brought in: a first reading of a source, an import. */
const GATHER_SECONDS = 15;

/** Gives a row to every active topic and realm of which the last hours hold a mention. */
export async function ensureTopicLevels(dataSource: DataSource, settled: Date, now: Date): Promise<void> {
  await dataSource.query(
    `insert into topic_level (topic_id, realm, evaluated_minute, topic_version, created_at)
     select t.id, r.realm, coalesce(
         (select min(c.minute) from mention_counter c
          where c.topic_id = t.id and c.realm = r.realm and c.minute > $1::timestamptz - $2 * interval '1 day'),
         $1::timestamptz) - interval '1 minute', t.version, $3
     from topic t cross join (values ('live'), ('training')) as r(realm)
     where t.active and t.rematch_total is null
       and not exists (select from topic_level l where l.topic_id = t.id and l.realm = r.realm)
       and exists (
         select from mention_counter c
         where c.topic_id = t.id and c.realm = r.realm and c.minute > $1::timestamptz - $2 * interval '1 day'
       )
     on conflict do nothing`,
    [settled, HISTORY_DAYS, now],
  );
}

/** Topics to evaluate: those that were given something severe first, then those that lag behind most. */
export function findDueTopics(
  dataSource: DataSource,
  { settled, now, limit }: { settled: Date; now: Date; limit: number },
): Promise<DueTopic[]> {
  return dataSource.query(
    `select l.topic_id as "topicId", l.realm
     from topic_level l join topic t on t.id = l.topic_id and t.active and t.rematch_total is null
     cross join lateral (
       select exists (select from topic_level_ask a where a.topic_id = l.topic_id and a.realm = l.realm) as asked
     ) a
     where (l.spike is not null or l.created_at < $5::timestamptz - interval '2 minutes' or (
       l.created_at <= $5::timestamptz - $4 * interval '1 second' and not exists (select from mention_queue where attempts < 5)
     ))
     and (a.asked or (l.evaluated_minute < $1 and (
       l.level > 0 or l.manual_level is not null or l.busy_until >= $1
       or l.evaluated_minute < $1::timestamptz - $2 * interval '1 minute'
       or exists (
         select from mention_counter c
         where c.topic_id = l.topic_id and c.realm = l.realm and c.minute > l.evaluated_minute and c.minute <= $1
       ))))
     order by a.asked desc, l.evaluated_minute, l.topic_id limit $3`,
    [settled, QUIET_MINUTES, limit, GATHER_SECONDS, now],
  );
}
