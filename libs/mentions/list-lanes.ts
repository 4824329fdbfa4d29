import type { FilterSql, Parameters } from './mention-filter-sql.js';
import { realmSql, stateSql, topicSql } from './mention-filter-sql.js';
import { type Keyset, type MentionSort, ORDERS, TOPIC_ORDERS } from './mention-order.js';

/** What a page is taken from: the conditions on each mention, and where the page begins. */
export interface Lanes {
  filter: FilterSql;
  /** On `mention m`, without those on realm, state, topics and the keyset. */
  conditions: readonly string[];
  keyset: Keyset | null;
  sort: MentionSort;
  /** Placeholder of how many rows are wanted. */
  limit: string;
}

/**
 * The first rows of a list. An index of the inbox begins with realm and state, that of a topic with the topic besides,
 * and both may go on with the level: so each such combination is a lane that gives its first rows in the order of the
 * list, and the page is made of those. Never a walk through all the others.
 */
export function lanesSql(lanes: Lanes, parameters: Parameters): string {
  const { filter, sort } = lanes;
  if (filter.selective) return plainSql(lanes, [realmSql, stateSql], parameters);
  if (filter.topics !== null) return topicLanesSql(lanes, filter.topics, parameters);
  const single = filter.realms.length === 1 && filter.states.length === 1;
  if (filter.levels === null && filter.everywhere && sort !== 'urgent')
    return plainSql(lanes, filter.realms.length === 1 ? [realmSql] : [], parameters);
  if (filter.levels === null && single) return plainSql(lanes, [realmSql, stateSql], parameters);
  return `
    select m.* from ${productSql(filter, parameters)}
    cross join lateral (
      select m.* from mention m
      where ${[...lanes.conditions, ...after(lanes), ...laneOf('m', filter)].join(' and ')}
      order by ${ORDERS[sort]} limit ${lanes.limit}
    ) m
    order by ${ORDERS[sort]} limit ${lanes.limit}`;
}

function plainSql(
  lanes: Lanes,
  narrowed: readonly ((filter: FilterSql, parameters: Parameters) => string)[],
  parameters: Parameters,
): string {
  const { filter, sort, limit } = lanes;
  const conditions = [
    ...[...lanes.conditions, ...after(lanes), ...topicSql(filter)],
    ...narrowed.map((condition) => condition(filter, parameters)),
  ];
  return `
    select m.* from mention m where ${conditions.join(' and ')} order by ${ORDERS[sort]} limit ${limit}`;
}

/** A mention of two of the topics comes on two lanes and is taken once. */
function topicLanesSql(lanes: Lanes, topics: string, parameters: Parameters): string {
  const { filter, sort, limit } = lanes;
  const beside = [
    ...filter.beside.map((condition) => condition.replaceAll('m.', 'mt.')),
    ...(lanes.keyset ? [lanes.keyset.of('mt.level', 'mt.published_at', 'mt.mention_id')] : []),
    ...laneOf('mt', filter),
  ];
  const several =
    filter.topicIds?.length === 1 ? '' : `distinct on (${ORDERS[sort].replaceAll(/ (a|de)sc/g, '')})`;
  return `
    select ${several} m.* from unnest(${topics}::bigint[]) as t(topic_id)
    cross join ${productSql(filter, parameters)}
    cross join lateral (
      select m.* from mention_topic mt
      cross join lateral (
        select m.* from mention m
        where m.id = mt.mention_id and m.published_at = mt.published_at and ${lanes.conditions.join(' and ')} offset 0
      ) m
      where mt.topic_id = t.topic_id and ${beside.join(' and ')}
      order by ${TOPIC_ORDERS[sort]} limit ${limit}
    ) m
    order by ${ORDERS[sort]} limit ${limit}`;
}

/** Realms, states and, where levels are asked for, levels. */
function productSql({ realms, states, levels }: FilterSql, { add }: Parameters): string {
  return `unnest(${add(realms)}::text[]) as r(realm) cross join unnest(${add(states)}::text[]) as s(state)
    ${levels === null ? '' : `cross join unnest(${add(levels)}::smallint[]) as l(level)`}`;
}

function laneOf(alias: 'm' | 'mt', { levels }: FilterSql): string[] {
  const level = levels === null ? [] : [`${alias}.level = l.level`];
  return [`${alias}.realm = r.realm`, `${alias}.state = s.state`, ...level];
}

function after({ keyset }: Lanes): string[] {
  return keyset ? [keyset.of('m.level', 'm.published_at', 'm.id')] : [];
}
