import type { EntityManager } from 'typeorm';
import type { LevelDetail, TopicLevel, TopicScoreView } from '#contract/levels';
import type { CrisisLevel } from '#rules/classification';
import { notFound } from '#platform/problem';
import type { TopicScore } from './topic-score.js';

type Realm = TopicLevel['realm'];

interface LevelRow {
  topicId: string;
  realm: Realm;
  level: CrisisLevel;
  byHand: boolean;
  automaticLevel: CrisisLevel;
  score: number;
  before: number | null;
  since: Date | null;
  evaluatedMinute: Date;
}

const HOUR_MS = 3_600_000;

/** Levels of all topics of a realm, or of one; a topic about which nothing was ever said has none. */
export async function readTopicLevels(
  manager: EntityManager,
  realm: Realm,
  topicId: string | null,
  now: Date,
): Promise<TopicLevel[]> {
  const rows: LevelRow[] = await manager.query(
    `select l.topic_id as "topicId", l.realm, l.level, l.manual_level is not null as "byHand",
       l.automatic_level as "automaticLevel", l.score, l.since, l.evaluated_minute as "evaluatedMinute",
       (select m.score from topic_minute m
        where m.topic_id = l.topic_id and m.realm = l.realm and m.minute <= $3 and m.minute > $3::timestamptz - interval '1 hour'
        order by m.minute desc limit 1) as before
     from topic_level l where l.realm = $1 and ($2::bigint is null or l.topic_id = $2) order by l.topic_id`,
    [realm, topicId, new Date(now.getTime() - HOUR_MS)],
  );
  return rows.map(({ before, evaluatedMinute, since, ...row }) => ({
    ...row,
    trend: row.score - (before ?? 0),
    since: since?.toISOString() ?? null,
    evaluatedAt: new Date(evaluatedMinute.getTime() + 60_000).toISOString(),
  }));
}

/** The topic, or a refusal. */
export async function topicOf(manager: EntityManager, topicId: string): Promise<LevelDetail['topic']> {
  const [topic]: LevelDetail['topic'][] = await manager.query(
    `select id, name, active from topic where id = $1`,
    [topicId],
  );
  if (!topic) throw notFound('topic-not-found', 'There is no such topic.');
  return topic;
}

export async function manualOf(
  manager: EntityManager,
  topicId: string,
  realm: Realm,
): Promise<LevelDetail['manual']> {
  const [row]: {
    level: CrisisLevel;
    until: Date;
    reason: string | null;
    personId: string | null;
    name: string | null;
  }[] = await manager.query(
    `select l.manual_level as level, l.manual_until as until, l.manual_reason as reason, p.id as "personId", p.name
     from topic_level l left join person p on p.id = l.manual_person_id
     where l.topic_id = $1 and l.realm = $2 and l.manual_level is not null`,
    [topicId, realm],
  );
  if (!row) return null;
  return {
    level: row.level,
    until: row.until.toISOString(),
    reason: row.reason ?? '',
    by: row.personId === null ? null : { id: row.personId, name: row.name ?? '' },
  };
}

/** A score as it leaves by the API. */
export function viewScore(score: TopicScore): TopicScoreView {
  const { copies: _, ...rest } = score;
  return rest;
}
