import type { EntityManager } from 'typeorm';
import type { LevelEvent, readTimeline, TIMELINE_SPANS, TopicScoreView } from '#contract/levels';
import type { ResponseOf } from '#platform/contract';
import { MINUTE_MS } from './advance-topic.js';
import { topicOf } from './level-view.js';

type Realm = 'live' | 'training';
export type TimelineView = ResponseOf<typeof readTimeline>;

/** Length of each span and of its buckets, in minutes: about as many points as a chart has room for. */
const SPANS: Record<(typeof TIMELINE_SPANS)[number], { minutes: number; bucket: number }> = {
  '6h': { minutes: 360, bucket: 5 },
  '24h': { minutes: 1440, bucket: 15 },
  '7d': { minutes: 7 * 1440, bucket: 120 },
  '30d': { minutes: 30 * 1440, bucket: 480 },
};

/**
 * Volume from the counters, everything else from the kept minutes: of a bucket the usual volume, the largest anomaly
 * and score, and the highest level.
 */
export async function timelineOf(
  manager: EntityManager,
  topicId: string,
  realm: Realm,
  span: (typeof TIMELINE_SPANS)[number],
  now: Date,
): Promise<TimelineView> {
  await topicOf(manager, topicId);
  const { minutes, bucket } = SPANS[span];
  const size = bucket * MINUTE_MS;
  const to = new Date(Math.ceil(now.getTime() / size) * size);
  const from = new Date(to.getTime() - minutes * MINUTE_MS);
  const rows: {
    start: Date;
    mentions: number;
    expected: number | null;
    usualHigh: number | null;
    anomaly: number;
    score: number;
    level: 0 | 1 | 2 | 3 | 4;
  }[] = await manager.query(TIMELINE, [topicId, realm, from, to, bucket]);
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    bucketMinutes: bucket,
    points: rows.map(({ start, ...point }) => ({ at: start.toISOString(), ...point })),
    events: await readEvents(manager, topicId, realm, from, to),
  };
}

const TIMELINE = `
  select b.start, coalesce(c.mentions, 0) as mentions, m.expected * $5::integer as expected,
    m.usual_high * $5::integer as "usualHigh", coalesce(m.anomaly, 0) as anomaly, coalesce(m.score, 0) as score,
    coalesce(m.level, 0) as level
  from generate_series($3::timestamptz, $4::timestamptz - interval '1 second', $5::integer * interval '1 minute') as b(start)
  left join (
    select date_bin($5::integer * interval '1 minute', minute, $3::timestamptz) as start, sum(mentions)::integer as mentions
    from mention_counter where topic_id = $1 and realm = $2 and minute >= $3 and minute < $4 group by 1
  ) c on c.start = b.start
  left join (
    select date_bin($5::integer * interval '1 minute', minute, $3::timestamptz) as start, avg(expected) as expected,
      avg(usual_high) as usual_high, max(anomaly) as anomaly, max(score) as score, max(level) as level
    from topic_minute where topic_id = $1 and realm = $2 and minute >= $3 and minute < $4 group by 1
  ) m on m.start = b.start
  order by b.start`;

const MOST_EVENTS = 200;

/** What happened in a span, newest first. */
export async function readEvents(
  manager: EntityManager,
  topicId: string,
  realm: Realm,
  from: Date,
  to: Date,
): Promise<LevelEvent[]> {
  const rows: EventRead[] = await manager.query(
    `${EVENTS} where e.topic_id = $1 and e.realm = $2 and e.at >= $3 and e.at < $4 order by e.at desc, e.id desc limit ${MOST_EVENTS}`,
    [topicId, realm, from, to],
  );
  return rows.map(viewEvent);
}

export async function readEvent(manager: EntityManager, id: string): Promise<LevelEvent> {
  const [row]: EventRead[] = await manager.query(`${EVENTS} where e.id = $1`, [id]);
  if (!row) throw new Error(`event ${id} is not there`);
  return viewEvent(row);
}

const EVENTS = `
  select e.id, e.at, e.kind, e.from_level as "from", e.to_level as "to", e.evidence, e.note, e.person_id as "personId", p.name
  from topic_level_event e left join person p on p.id = e.person_id`;

interface EventRead extends Pick<LevelEvent, 'id' | 'kind' | 'from' | 'to' | 'note'> {
  at: Date;
  evidence: TopicScoreView | null;
  personId: string | null;
  name: string | null;
}

function viewEvent({ at, evidence, personId, name, ...event }: EventRead): LevelEvent {
  return {
    ...event,
    at: at.toISOString(),
    score: evidence === null ? null : { ...evidence },
    by: personId === null ? null : { id: personId, name: name ?? '' },
  };
}
