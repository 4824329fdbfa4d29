import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';

export interface RaisedTopic {
  topicId: string;
  realm: Realm;
  name: string;
  level: number;
}

/** A level that was last looked at longer ago says nothing of now: its evaluation is catching up, or stands still. */
const FRESH_MINUTES = 10;

/**
 * SQL: when the topic of the level `l` was last under the level `$2`. Levels go through it only by their events, so
 * whatever began later belongs to the present rise.
 */
export const LAST_CALM_SQL = `(select max(v.at) from topic_level_event v
  where v.topic_id = l.topic_id and v.realm = l.realm and v.to_level < $2
    and v.kind in ('fell', 'hand_ended', 'set_by_hand'))`;

/**
 * Active topics whose level stands at `from` or higher, the highest first; no more than 200. `unless` is SQL about the
 * level `l` (with `$2` for `from`) that leaves it out; with `only` the row of that one is locked, or passed over while
 * another transaction holds it.
 */
export function raisedTopics(
  manager: EntityManager,
  { from, now, unless = 'false', only = null }: RaisedQuery,
): Promise<RaisedTopic[]> {
  return manager.query(
    `select l.topic_id as "topicId", l.realm, t.name, l.level
     from topic_level l join topic t on t.id = l.topic_id and t.active
     where l.level >= $2 and ($3::bigint is null or (l.topic_id = $3 and l.realm = $4))
       and (l.manual_level is not null or l.evaluated_minute > $1::timestamptz - interval '${FRESH_MINUTES} minutes')
       and not (${unless})
     order by l.level desc, l.topic_id limit 200 ${only === null ? '' : 'for no key update of l skip locked'}`,
    [now, from, only?.topicId ?? null, only?.realm ?? null],
  );
}

export interface RaisedQuery {
  from: number;
  now: Date;
  unless?: string;
  only?: Pick<RaisedTopic, 'topicId' | 'realm'> | null;
}

/** The level at which an active topic stands; 0 for one that is watched no more or was never evaluated. */
export async function levelOfTopic(manager: EntityManager, topicId: string, realm: Realm): Promise<number> {
  const [row]: { level: number }[] = await manager.query(
    `select l.level from topic_level l join topic t on t.id = l.topic_id and t.active
     where l.topic_id = $1 and l.realm = $2`,
    [topicId, realm],
  );
  return row?.level ?? 0;
}
