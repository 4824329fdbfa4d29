import type { EntityManager } from 'typeorm';
import {
  type countMentions,
  MENTION_STATES,
  type MentionFilter,
  type MentionState,
} from '#contract/mentions';
import type { ResponseOf } from '#platform/contract';
import { askedSql } from './asked-answer.js';
import { countBySearch } from './count-by-search.js';
import { type FilterSql, filterSql, Parameters, realmSql, topicSql } from './mention-filter-sql.js';
import { readWords } from './search-words.js';

/** Counting stops here: a screen says “1,000 or more”. */
export const COUNT_CEILING = 1000;
/** It stops here where each mention has to be looked at. */
export const LOOKED_CEILING = 200;
/** Of a state of topics under further filters, the newest are looked at, no more than this many. */
const LOOKED_AT = 2000;

/** How many mentions stand in each state under the other filters; the states of the filter are not looked at. */
export async function countStates(
  manager: EntityManager,
  personId: string,
  request: MentionFilter,
): Promise<ResponseOf<typeof countMentions>> {
  const words = request.search ? await readWords(manager, request.search) : null;
  const make = (parameters: Parameters) =>
    filterSql({ ...request, state: undefined }, { personId, words }, parameters);
  const filter = make(new Parameters());
  const [{ awaiting } = { awaiting: 0 }]: { awaiting: number }[] = await manager.query(
    'select count(*)::integer as awaiting from mention_queue',
  );
  const result = (counts: ReadonlyMap<string, number>, ceiling: number, partial: readonly MentionState[]) => {
    const byState = Object.fromEntries(MENTION_STATES.map((state) => [state, counts.get(state) ?? 0]));
    return { byState, ceiling, partial, awaitingAssessment: awaiting } as ResponseOf<typeof countMentions>;
  };
  if (filter.searched && !filter.selective && !filter.request) {
    const { counts, partial } = await countBySearch(manager, { make, range: request }, LOOKED_CEILING);
    return result(counts, LOOKED_CEILING, partial);
  }
  const parameters = new Parameters();
  const { joined, ceiling } = countedSql(make(parameters), parameters);
  const rows: { state: MentionState; mentions: number; looked: number }[] = await manager.query(
    `select s.state, coalesce(c.mentions, 0) as mentions, coalesce(c.looked, 0) as looked
     from unnest(${parameters.add([...MENTION_STATES])}::text[]) as s(state) left join ${joined}`,
    parameters.values,
  );
  return result(
    new Map(rows.map(({ state, mentions }) => [state, mentions])),
    ceiling,
    rows
      .filter(({ looked, mentions }) => looked >= LOOKED_AT && mentions < ceiling)
      .map(({ state }) => state),
  );
}

/** A relation `c` of mentions by state, and how many of them were looked at where that is limited. */
function countedSql(filter: FilterSql, parameters: Parameters): { joined: string; ceiling: number } {
  if (filter.request)
    return { joined: byRequestSql(filter, filter.request, parameters), ceiling: COUNT_CEILING };
  if (filter.topics === null || filter.selective)
    return { joined: byStateSql(filter, parameters), ceiling: COUNT_CEILING };
  // Conditions that stand beside the topic are all there are.
  if (filter.conditions.length === filter.listed.length && filter.topicIds?.length === 1)
    return { joined: besideTopicSql(filter, filter.topics, parameters), ceiling: COUNT_CEILING };
  return { joined: lookedAtSql(filter, filter.topics, parameters), ceiling: LOOKED_CEILING };
}

function byStateSql(filter: FilterSql, parameters: Parameters): string {
  return `lateral (
    select count(*)::integer as mentions, 0 as looked from (
      select from mention m
      where ${[...filter.conditions, ...topicSql(filter), realmSql(filter, parameters), 'm.state = s.state'].join(' and ')}
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
    select m.state, least(count(*), ${COUNT_CEILING})::integer as mentions, 0 as looked
    from (${askedSql(request)}) asked
    cross join lateral (
      select m.state from mention m
      where m.id = asked.mention_id and m.published_at = asked.published_at
        and ${conditions.join(' and ')} offset 0
    ) m
    group by m.state
  ) as c on c.state = s.state`;
}

/** Realm, state, level and time stand beside a topic: nothing else has to be read. */
function besideTopicSql(filter: FilterSql, topics: string, parameters: Parameters): string {
  return `lateral (
    select count(*)::integer as mentions, 0 as looked from (
      select from mention_topic mt where ${ofTopics(filter, topics, parameters)} limit ${COUNT_CEILING}
    ) as capped
  ) as c on true`;
}

/** Of several topics a mention may have two, and what else is asked only the mention knows: each of the newest is looked at. */
function lookedAtSql(filter: FilterSql, topics: string, parameters: Parameters): string {
  return `lateral (
    with newest as materialized (
      select distinct mt.published_at, mt.mention_id from mention_topic mt
      where ${ofTopics(filter, topics, parameters)}
      order by mt.published_at desc, mt.mention_id desc limit ${LOOKED_AT}
    )
    select (select count(*)::integer from newest) as looked, (
      select count(*)::integer from (
        select from newest n cross join lateral (
          select from mention m
          where m.id = n.mention_id and m.published_at = n.published_at and ${filter.conditions.join(' and ')} offset 0
        ) m
        limit ${LOOKED_CEILING}
      ) as capped
    ) as mentions
  ) as c on true`;
}

/** The condition on `mention_topic mt`, with state `s.state`. */
function ofTopics(filter: FilterSql, topics: string, parameters: Parameters): string {
  return [
    `mt.topic_id = any(${topics}::bigint[])`,
    `mt.realm = any(${parameters.add(filter.realms)}::text[])`,
    'mt.state = s.state',
    ...filter.beside.map((condition) => condition.replaceAll('m.', 'mt.')),
  ].join(' and ');
}
