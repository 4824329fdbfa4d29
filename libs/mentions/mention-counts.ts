import type { EntityManager } from 'typeorm';
import { type countMentions, MENTION_STATES, type MentionFilter } from '#contract/mentions';
import type { ResponseOf } from '#platform/contract';
import { askedSql } from './asked-answer.js';
import { type FilterSql, filterSql, Parameters, realmSql, topicSql } from './mention-filter-sql.js';

/** Counting stops here: a screen says “1,000 or more”. */
export const COUNT_CEILING = 1000;
/** Of a state of topics under further filters, the newest are looked at, no more than this many. */
const LOOKED_AT = 10_000;

/** How many mentions stand in each state under the other filters; the states of the filter are not looked at. */
export async function countStates(
  manager: EntityManager,
  personId: string,
  request: MentionFilter,
): Promise<ResponseOf<typeof countMentions>> {
  const parameters = new Parameters();
  const filter = filterSql({ ...request, state: undefined }, personId, parameters);
  const counted = filter.request
    ? byRequestSql(filter, filter.request, parameters)
    : filter.topics === null
      ? byStateSql(filter, parameters)
      : byTopicSql(filter, filter.topics, parameters);
  const rows: { state: string; mentions: number; awaiting: number }[] = await manager.query(
    `select s.state, coalesce(c.mentions, 0) as mentions, (select count(*)::integer from mention_queue) as awaiting
     from unnest(${parameters.add([...MENTION_STATES])}::text[]) as s(state)
     left join ${counted}`,
    parameters.values,
  );
  const count = (state: string) => rows.find((row) => row.state === state)?.mentions ?? 0;
  return {
    byState: {
      new: count('new'),
      in_progress: count('in_progress'),
      answered: count('answered'),
      escalated: count('escalated'),
      no_reply: count('no_reply'),
    },
    ceiling: COUNT_CEILING,
    awaitingAssessment: rows[0]?.awaiting ?? 0,
  };
}

function byStateSql(filter: FilterSql, parameters: Parameters): string {
  return `lateral (
    select count(*)::integer as mentions from (
      select from mention m
      where ${[...filter.conditions, realmSql(filter, parameters), 'm.state = s.state'].join(' and ')}
      limit ${COUNT_CEILING}
    ) as capped
  ) as c on true`;
}

/** One pass over the few that wait for an asked answer. */
function byRequestSql(
  filter: FilterSql,
  request: NonNullable<FilterSql['request']>,
  parameters: Parameters,
): string {
  const conditions = [...filter.conditions, ...topicSql(filter), realmSql(filter, parameters)];
  return `(
    select m.state, least(count(*), ${COUNT_CEILING})::integer as mentions
    from (${askedSql(request)}) asked
    cross join lateral (
      select m.state from mention m
      where m.id = asked.mention_id and m.published_at = asked.published_at
        and ${conditions.join(' and ')} offset 0
    ) m
    group by m.state
  ) as c on c.state = s.state`;
}

/**
 * The states of a topic stand beside it: nothing else has to be read where nothing else narrows. Of several topics a
 * mention may have two, and then each of the newest is looked at.
 */
function byTopicSql(filter: FilterSql, topics: string, parameters: Parameters): string {
  const realm = `t.realm = any(${parameters.add(filter.realms)}::text[])`;
  if (!filter.narrowed && filter.topicIds?.length === 1) {
    return `lateral (
      select count(*)::integer as mentions from (
        select from mention_topic t where t.topic_id = any(${topics}::bigint[]) and ${realm} and t.state = s.state
        limit ${COUNT_CEILING}
      ) as capped
    ) as c on true`;
  }
  return `lateral (
    select count(*)::integer as mentions from (
      select from (
        select distinct t.published_at, t.mention_id from mention_topic t
        where t.topic_id = any(${topics}::bigint[]) and ${realm} and t.state = s.state
        order by t.published_at desc, t.mention_id desc limit ${LOOKED_AT}
      ) mt
      cross join lateral (
        select from mention m
        where m.id = mt.mention_id and m.published_at = mt.published_at and ${filter.conditions.join(' and ')} offset 0
      ) m
      limit ${COUNT_CEILING}
    ) as capped
  ) as c on true`;
}
