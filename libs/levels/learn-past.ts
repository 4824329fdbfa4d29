import type { EntityManager } from 'typeorm';
import { MINUTE_MS } from './advance-topic.js';
import { type DueTopic, HISTORY_DAYS } from './due-topics.js';
import { readSpike } from './spike-detector.js';
import { newSpikeState, type SpikeState } from './spike-state.js';

/** Whether old mentions were brought in is looked at this often, and over so many days. */
const LOOK_EVERY_MINUTES = 10;
const LOOK_DAYS = 7;
/** More than so many mentions that were not taken in, and more than this share of those that were. */
const MISSED = { mentions: 20, share: 0.2 };

/** The minute from which a topic that was never evaluated begins: its first mention of the last weeks. */
export async function firstMinute(
  manager: EntityManager,
  { topicId, realm }: DueTopic,
  settled: Date,
): Promise<number> {
  const [row]: { first: Date | null }[] = await manager.query(
    `select min(minute) as first from mention_counter
     where topic_id = $1 and realm = $2 and minute > $3::timestamptz - $4 * interval '1 day' and mentions > 0`,
    [topicId, realm, settled, HISTORY_DAYS],
  );
  return row?.first?.getTime() ?? settled.getTime();
}

/**
 * Learns the past anew where it has changed: another query, an import of old posts. What is usual then follows from the
 * mentions that the topic has now; levels that stood are left as they stood. Gives the topic back as it is otherwise.
 */
export async function mendBaseline<
  T extends { spike: SpikeState | null; version: number; topicVersion: number; evaluatedMinute: Date },
>(manager: EntityManager, due: DueTopic, stored: T): Promise<T> {
  if (stored.spike === null) return stored;
  const changed =
    stored.version !== stored.topicVersion ||
    ((stored.evaluatedMinute.getTime() / MINUTE_MS) % LOOK_EVERY_MINUTES === 0 &&
      (await missesMentions(manager, due, stored.evaluatedMinute)));
  if (!changed) return stored;
  const spike = await learnPast(manager, due, stored.evaluatedMinute);
  return { ...stored, spike };
}

async function missesMentions(
  manager: EntityManager,
  { topicId, realm }: DueTopic,
  until: Date,
): Promise<boolean> {
  const [row]: { counted: number; taken: number }[] = await manager.query(
    `select coalesce((select sum(mentions) from mention_counter
         where topic_id = $1 and realm = $2 and minute > $3::timestamptz - $4 * interval '1 day' and minute <= $3), 0)::integer
         as counted,
       coalesce((select sum(mentions) from topic_minute
         where topic_id = $1 and realm = $2 and minute > $3::timestamptz - $4 * interval '1 day' and minute <= $3), 0)::integer
         as taken`,
    [topicId, realm, until, LOOK_DAYS],
  );
  const { counted = 0, taken = 0 } = row ?? {};
  return Math.abs(counted - taken) > MISSED.mentions + MISSED.share * taken;
}

async function learnPast(manager: EntityManager, due: DueTopic, until: Date): Promise<SpikeState> {
  const { topicId, realm } = due;
  const rows: { minute: Date; mentions: number }[] = await manager.query(
    `select minute, sum(mentions)::integer as mentions from mention_counter
     where topic_id = $1 and realm = $2 and minute > $3::timestamptz - $4 * interval '1 day' and minute <= $3
     group by minute having sum(mentions) > 0 order by minute`,
    [topicId, realm, until, HISTORY_DAYS],
  );
  const counts = new Map(rows.map(({ minute, mentions }) => [minute.getTime(), mentions]));
  const state = newSpikeState(1);
  const kept: { minute: number; mentions: number; expected: number; usual_high: number; anomaly: number }[] =
    [];
  const first = rows[0]?.minute.getTime() ?? until.getTime();
  for (let at = first; at <= until.getTime(); at += MINUTE_MS) {
    const mentions = counts.get(at) ?? 0;
    const { expected, usualHigh, anomaly } = readSpike(state, at, mentions);
    if (mentions > 0 || (at / MINUTE_MS) % 10 === 0)
      kept.push({
        minute: at,
        mentions,
        expected,
        usual_high: usualHigh,
        anomaly: Math.round(anomaly * 1e6) / 1e6,
      });
  }
  await manager.query(
    `update topic_minute set mentions = 0 where topic_id = $1 and realm = $2 and minute <= $3
       and minute > $3::timestamptz - $4 * interval '1 day' and mentions > 0`,
    [topicId, realm, until, HISTORY_DAYS],
  );
  await manager.query(
    `insert into topic_minute (topic_id, realm, minute, mentions, expected, usual_high, anomaly, velocity, score, level)
     select $1, $2, to_timestamp(minute / 1000.0), mentions, expected, usual_high, anomaly, 0, 0, 0
     from jsonb_to_recordset($3::jsonb) as m(minute bigint, mentions integer, expected real, usual_high real, anomaly real)
     on conflict (topic_id, realm, minute) do update set mentions = excluded.mentions, expected = excluded.expected,
       usual_high = excluded.usual_high, anomaly = excluded.anomaly`,
    [topicId, realm, JSON.stringify(kept)],
  );
  return state;
}
