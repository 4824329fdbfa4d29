import type { EntityManager } from 'typeorm';
import { before, type FigureScope } from './figure-scope.js';
import type { MentionCount } from './mention-figures.js';
import { tallySql, Values } from './tally-sql.js';

export interface TopicFigures extends MentionCount {
  topicId: string;
  name: string;
  active: boolean;
  level: number;
  byHand: boolean;
  /** End of a level set by hand. */
  byHandUntil: Date | null;
  since: Date | null;
  score: number;
  before: number;
  /** Where the level moved within the range, oldest first; `at` of the first is the begin of the range. */
  steps: { at: Date; level: number }[];
}

/**
 * Topics that are raised or spoken of in the range, the highest level first, then by mentions. No more than `limit`;
 * `raised` and `spoken` count all of them.
 */
export async function readTopicFigures(
  manager: EntityManager,
  scope: FigureScope,
  limit: number,
): Promise<{ raised: number; spoken: number; topics: TopicFigures[] }> {
  const values = new Values();
  const realm = values.add(scope.realm, 'text');
  const only = scope.topicId === null ? 'true' : `p.id = ${values.add(scope.topicId, 'bigint')}`;
  const from = values.add(scope.from, 'timestamptz');
  const to = values.add(scope.to, 'timestamptz');
  const rows: (TopicFigures & { raised: number; spoken: number })[] = await manager.query(
    `with counted as (
       select p.id, p.name, p.active, coalesce(l.level, 0) as level, l.since, coalesce(l.score, 0) as score,
         l.manual_level is not null as "byHand", l.manual_until as "byHandUntil",
         c.mentions, c.negative
       from topic p left join topic_level l on l.topic_id = p.id and l.realm = ${realm}
       cross join lateral (
         select coalesce(sum(mentions), 0)::integer as mentions, coalesce(sum(negative), 0)::integer as negative
         from (${tallySql(scope, 'p.id', values)}) t
       ) c
       where ${only}
     ), shown as (
       select *, count(*) filter (where level > 0) over ()::integer as raised,
         count(*) filter (where mentions > 0) over ()::integer as spoken
       from counted where level > 0 or mentions > 0 ${scope.topicId === null ? '' : 'or true'}
       order by level desc, mentions desc, id limit ${values.add(limit, 'integer')}
     )
     select s.id as "topicId", s.name, s.active, s.level, s."byHand", s."byHandUntil", s.since, s.score,
       s.mentions, s.negative, s.raised, s.spoken,
       (select coalesce(sum(mentions), 0)::integer from (${tallySql(before(scope), 's.id', values)}) t) as before,
       coalesce((
         select jsonb_agg(jsonb_build_object('at', x.at, 'level', x.level) order by x.at, x.id) from (
           select ${from} as at, -1 as id, coalesce(
             (select e.to_level from topic_level_event e where e.topic_id = s.id and e.realm = ${realm} and e.at < ${from}
                and e.to_level is not null order by e.at desc, e.id desc limit 1),
             (select e.from_level from topic_level_event e where e.topic_id = s.id and e.realm = ${realm} and e.at >= ${from}
                and e.from_level is not null order by e.at, e.id limit 1),
             s.level) as level
           union all
           (select e.at, e.id, e.to_level from topic_level_event e
            where e.topic_id = s.id and e.realm = ${realm} and e.at >= ${from} and e.at < ${to}
              and e.to_level is not null and e.kind <> 'incident_proposed' order by e.at desc limit 50)
         ) x
       ), '[]') as steps
     from shown s order by s.level desc, s.mentions desc, s.id`,
    values.list,
  );
  const [first] = rows;
  return {
    raised: first?.raised ?? 0,
    spoken: first?.spoken ?? 0,
    topics: rows.map(({ raised: _, spoken: __, steps, ...topic }) => ({
      ...topic,
      steps: steps.map(({ at, level }) => ({ at: new Date(at), level })),
    })),
  };
}

/** How many topics of a realm stand above level 0, and the highest level among them. */
export async function readRaised(
  manager: EntityManager,
  scope: FigureScope,
): Promise<{ raised: number; highest: number }> {
  const values = new Values();
  const [row]: { raised: number; highest: number }[] = await manager.query(
    `select count(*)::integer as raised, coalesce(max(level), 0) as highest from topic_level
     where realm = ${values.add(scope.realm, 'text')} and level > 0
       ${scope.topicId === null ? '' : `and topic_id = ${values.add(scope.topicId, 'bigint')}`}`,
    values.list,
  );
  return row ?? { raised: 0, highest: 0 };
}
