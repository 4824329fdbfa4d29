import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '#platform/database';
import {
  type Advance,
  advanceTopic,
  isKept,
  MINUTE_MS,
  newTopicState,
  riseAtOnce,
  type TopicState,
} from './advance-topic.js';
import type { DueTopic } from './due-topics.js';
import type { LevelSettings } from './level-settings.js';
import { firstMinute, mendBaseline } from './learn-past.js';
import { recordMoves } from './record-moves.js';
import { currentSettings } from './settings-store.js';
import { readTopicMentions } from './topic-mentions.js';

/** Minutes of one transaction at most; a worker that was away catches up in several. */
const MOST_MINUTES = 240;
/** A mention that comes in later than this after its publication is no longer taken for news of its volume. */
export const LATE_MINUTES = 360;

/** A topic with its level as the database has it. */
export interface StoredLevel {
  name: string;
  version: number;
  topicVersion: number;
  level: TopicState['level'];
  automaticLevel: TopicState['level'];
  belowSince: Date | null;
  manualLevel: TopicState['level'] | null;
  manualUntil: Date | null;
  spike: TopicState['spike'] | null;
  volume: TopicState['volume'] | null;
  evaluatedMinute: Date;
  countsAfter: Date | null;
}

/**
 * Takes a topic on to the minute `settled` in one transaction, in order, and at `now` if something severe came in.
 * Returns whether it is there. The row of the topic is locked meanwhile; a topic that another worker has in hand is
 * left to it.
 */
export async function evaluateTopic(
  dataSource: DataSource,
  due: DueTopic,
  { settled, now }: { settled: Date; now: Date },
): Promise<boolean> {
  return inTransaction(dataSource, async ({ manager }) => {
    const stored = await lockTopic(manager, due);
    if (!stored) return true;
    const asked = await takeAsks(manager, due);
    const { settings, version } = await currentSettings(manager);
    const mended = await mendBaseline(manager, due, stored);
    const from =
      mended.spike === null
        ? await firstMinute(manager, due, settled)
        : stored.evaluatedMinute.getTime() + MINUTE_MS;
    const to = Math.min(settled.getTime(), from + (MOST_MINUTES - 1) * MINUTE_MS);
    const caughtUp = to >= settled.getTime();
    const mentions = await readTopicMentions(
      manager,
      due,
      firstCounted(Math.floor(from / MINUTE_MS) * MINUTE_MS - settings.recentMinutes * MINUTE_MS, stored),
      asked && caughtUp ? now : new Date(to + MINUTE_MS),
    );
    const counts = await readMinutes(manager, due, mended, from, to);
    const taken = advanceTopic(stateOf(mended), counts, mentions, settings);
    const risen = asked && caughtUp ? riseAtOnce(taken.state, mentions, now.getTime(), settings) : null;
    const advance: Advance = {
      state: risen?.state ?? taken.state,
      minutes: taken.minutes,
      moves: [...taken.moves, ...(risen?.moves ?? [])],
      score: risen?.score ?? taken.score,
    };
    await storeAdvance(manager, due, stored, advance, { settings, mentions });
    await recordMoves(manager, { ...due, name: stored.name }, advance.moves, {
      now,
      settingsVersion: version,
    });
    return caughtUp;
  });
}

/** The first moment of which mentions are looked at. */
function firstCounted(from: number, { countsAfter }: StoredLevel): Date {
  return new Date(countsAfter === null ? from : Math.max(from, countsAfter.getTime() + 1));
}

async function lockTopic(manager: EntityManager, { topicId, realm }: DueTopic): Promise<StoredLevel | null> {
  const [row]: StoredLevel[] = await manager.query(
    `select t.name, t.version, l.topic_version as "topicVersion", l.level, l.automatic_level as "automaticLevel",
       l.below_since as "belowSince", l.manual_level as "manualLevel", l.manual_until as "manualUntil", l.spike, l.volume,
       l.evaluated_minute as "evaluatedMinute", l.counts_after as "countsAfter"
     from topic_level l join topic t on t.id = l.topic_id
     where l.topic_id = $1 and l.realm = $2 and t.active and t.rematch_total is null
     for no key update of l skip locked`,
    [topicId, realm],
  );
  return row ?? null;
}

/** Takes the asks that stand before anything is read: what is asked later is read later. */
async function takeAsks(manager: EntityManager, { topicId, realm }: DueTopic): Promise<boolean> {
  const [, taken]: [unknown, number] = await manager.query(
    `delete from topic_level_ask where topic_id = $1 and realm = $2`,
    [topicId, realm],
  );
  return taken > 0;
}

/**
 * Mentions of each minute, from the counters. What came late for minutes that were taken in already counts for the
 * first of the new ones: it is news now.
 */
async function readMinutes(
  manager: EntityManager,
  { topicId, realm }: DueTopic,
  stored: StoredLevel,
  from: number,
  to: number,
): Promise<{ at: number; mentions: number }[]> {
  if (to < from) return [];
  const rows: { minute: Date; mentions: number }[] = await manager.query(
    `select minute, sum(mentions)::integer as mentions from mention_counter
     where topic_id = $1 and realm = $2 and minute between $3 and $4 group by minute`,
    [topicId, realm, new Date(from), new Date(to)],
  );
  const counts = new Map(rows.map(({ minute, mentions }) => [minute.getTime(), mentions]));
  const late = stored.spike === null ? 0 : await lateMentions(manager, { topicId, realm }, from);
  const count = (to - from) / MINUTE_MS + 1;
  return Array.from({ length: count }, (_, place) => {
    const at = from + place * MINUTE_MS;
    const news = place === 0 ? Math.max(0, late) : 0;
    return { at, mentions: (counts.get(at) ?? 0) + news };
  });
}

async function lateMentions(
  manager: EntityManager,
  { topicId, realm }: Pick<DueTopic, 'topicId' | 'realm'>,
  from: number,
): Promise<number> {
  const [row]: { late: number }[] = await manager.query(
    `select (coalesce((select sum(mentions) from mention_counter
         where topic_id = $1 and realm = $2 and minute >= $3 and minute < $4), 0)
       - coalesce((select sum(mentions) from topic_minute
         where topic_id = $1 and realm = $2 and minute >= $3 and minute < $4), 0))::integer as late`,
    [topicId, realm, new Date(from - LATE_MINUTES * MINUTE_MS), new Date(from)],
  );
  return row?.late ?? 0;
}

function stateOf(stored: StoredLevel): TopicState {
  const fresh = newTopicState();
  return {
    spike: stored.spike ?? fresh.spike,
    automatic: { level: stored.automaticLevel, belowSince: stored.belowSince?.getTime() ?? null },
    manual:
      stored.manualLevel === null || stored.manualUntil === null
        ? null
        : { level: stored.manualLevel, until: stored.manualUntil.getTime() },
    level: stored.level,
    volume: stored.volume ?? fresh.volume,
  };
}

async function storeAdvance(
  manager: EntityManager,
  { topicId, realm }: DueTopic,
  stored: StoredLevel,
  { state, minutes, moves, score }: Advance,
  { settings, mentions }: { settings: LevelSettings; mentions: readonly { at: number }[] },
): Promise<void> {
  const lastMention = mentions.reduce((latest, { at }) => Math.max(latest, at), 0);
  const moved = moves.at(-1);
  await manager.query(
    `update topic_level set level = $3, automatic_level = $4, below_since = $5, score = coalesce($6, score),
       evidence = coalesce($7::jsonb, evidence), spike = $8::jsonb, volume = $9::jsonb, evaluated_minute = $10,
       busy_until = $11, topic_version = $12, since = coalesce($13, since),
       manual_level = case when $14 then manual_level end, manual_until = case when $14 then manual_until end,
       manual_reason = case when $14 then manual_reason end, manual_person_id = case when $14 then manual_person_id end
     where topic_id = $1 and realm = $2`,
    [
      topicId,
      realm,
      state.level,
      state.automatic.level,
      state.automatic.belowSince === null ? null : new Date(state.automatic.belowSince),
      score === null ? null : toSixDecimals(score.score),
      score === null ? null : JSON.stringify(score),
      JSON.stringify(state.spike),
      JSON.stringify(state.volume),
      new Date(minutes.at(-1)?.at ?? stored.evaluatedMinute),
      lastMention === 0 ? null : new Date(lastMention + settings.recentMinutes * MINUTE_MS),
      stored.version,
      moved ? new Date(moved.at) : null,
      state.manual !== null,
    ],
  );
  const kept = minutes.filter(isKept);
  await manager.query(
    `insert into topic_minute (topic_id, realm, minute, mentions, expected, usual_high, anomaly, velocity, score, level)
     select $1, $2, * from unnest($3::timestamptz[], $4::integer[], $5::real[], $6::real[], $7::real[], $8::real[],
       $9::real[], $10::smallint[])
     on conflict do nothing`,
    [
      topicId,
      realm,
      kept.map(({ at }) => new Date(at)),
      kept.map((minute) => minute.mentions),
      kept.map(({ expected }) => toSixDecimals(expected)),
      kept.map(({ usualHigh }) => toSixDecimals(usualHigh)),
      kept.map(({ anomaly }) => toSixDecimals(anomaly)),
      kept.map(({ velocity }) => toSixDecimals(velocity)),
      kept.map(({ score: given }) => toSixDecimals(given)),
      kept.map(({ level }) => level),
    ],
  );
}

/** Six decimals: the database refuses a number that is closer to nothing than its type can hold. */
function toSixDecimals(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
