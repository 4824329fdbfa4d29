import type { EntityManager } from 'typeorm';
import type { listMentions, MentionFilter } from '#contract/mentions';
import type { ResponseOf } from '#platform/contract';
import { decodeCursor, encodeCursor } from '#platform/database';
import { invalidField } from '#platform/problem';
import { askedSql, READY_IDS_SQL, TO_BE_ANSWERED_SQL } from './asked-answer.js';
import { type FilterSql, filterSql, Parameters, realmSql, stateSql, topicSql } from './mention-filter-sql.js';
import { SUMMARY_COLUMNS, type SummaryRow, viewSummary } from './mention-summary.js';

export type MentionSort = 'newest' | 'oldest' | 'urgent';

export interface ListRequest extends MentionFilter {
  sort: MentionSort;
  cursor?: string;
  limit: number;
}

interface ListRow extends SummaryRow {
  /** The time in full precision, for the cursor. */
  place: string;
  /** Its asked answer is ready and it is still to be answered: before all others, whatever the order. */
  first: boolean;
}

const ORDERS: Record<MentionSort, string> = {
  newest: 'm.published_at desc, m.id desc',
  oldest: 'm.published_at asc, m.id asc',
  urgent: 'm.level desc, m.published_at desc, m.id desc',
};

/** One page of the inbox, in one statement whatever its size. Refuses a cursor that is not of this list. */
export async function listPage(
  manager: EntityManager,
  personId: string,
  request: ListRequest,
): Promise<ResponseOf<typeof listMentions>> {
  const { sql, values } = listSql(personId, request);
  const rows: ListRow[] = await manager.query(sql, values);
  const items = rows.slice(0, request.limit);
  const last = items.at(-1);
  return {
    items: items.map(viewSummary),
    next: rows.length > items.length && last ? cursorAfter(request.sort, last) : null,
  };
}

/** The statement of a page; apart, so that its plan can be looked at. */
export function listSql(personId: string, request: ListRequest): { sql: string; values: unknown[] } {
  const parameters = new Parameters();
  const filter = filterSql(request, personId, parameters);
  const keyset =
    request.cursor === undefined ? null : keysetCondition(request.sort, request.cursor, parameters);
  const order = `m.first desc, ${ORDERS[request.sort]}`;
  const limit = parameters.add(request.limit + 1);
  const sql = `
    select ${SUMMARY_COLUMNS}, m.first,
      to_char(m.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
    from (${pageSql(filter, request.sort, keyset, limit, parameters)}) m
    left join person p on p.id = m.assignee_id
    order by ${order}`;
  return { sql, values: parameters.values };
}

/** What a cursor asks of the rows after it, and whether it stands among those that come first. */
interface Keyset {
  first: boolean;
  condition: string;
}

/**
 * Mentions whose asked answer is ready stand before all others. There are few of them, so they are looked up by
 * themselves and the list goes on without them.
 */
function pageSql(
  filter: FilterSql,
  sort: MentionSort,
  keyset: Keyset | null,
  limit: string,
  parameters: Parameters,
): string {
  const after = (first: boolean): FilterSql => ({
    ...filter,
    conditions: [
      ...filter.conditions,
      ...(keyset?.first === first ? [keyset.condition] : []),
      ...(filter.request
        ? []
        : [first ? TO_BE_ANSWERED_SQL : `not (${TO_BE_ANSWERED_SQL} and ${READY_IDS_SQL})`]),
    ],
  });
  if (filter.request) return askedPageSql(after(false), filter.request, false, sort, limit, parameters);
  const others = `select m.*, false as first from (${candidateSql(after(false), sort, limit, parameters)}) m`;
  if (keyset && !keyset.first) return others;
  return `
    select * from (
      (${askedPageSql(after(true), 'ready', true, sort, limit, parameters)})
      union all
      (${others})
    ) m
    order by m.first desc, ${ORDERS[sort]} limit ${limit}`;
}

function askedPageSql(
  filter: FilterSql,
  request: NonNullable<FilterSql['request']>,
  first: boolean,
  sort: MentionSort,
  limit: string,
  parameters: Parameters,
): string {
  const conditions = [
    ...filter.conditions,
    ...topicSql(filter),
    realmSql(filter, parameters),
    stateSql(filter, parameters),
  ];
  return `
    select m.*, ${first} as first from (${askedSql(request)}) asked
    cross join lateral (
      select m.* from mention m
      where m.id = asked.mention_id and m.published_at = asked.published_at
        and ${conditions.join(' and ')} offset 0
    ) m
    order by ${ORDERS[sort]} limit ${limit}`;
}

/**
 * The rows of a page. The indexes of the inbox begin with realm and state, so where several of these are asked for,
 * each pair gives its first rows from the index and the page is made of those: never a walk through all the others.
 */
function candidateSql(filter: FilterSql, sort: MentionSort, limit: string, parameters: Parameters): string {
  if (filter.topics === null) return orderedSql(filter, sort, limit, parameters);
  const order = ORDERS[sort];
  const few = `(select count(*) from some_of_topic) <= ${FEW_OF_TOPIC}`;
  const [realm, state] = [realmSql(filter, parameters), stateSql(filter, parameters)];
  // The planner multiplies the chances of id and date, thinks that next to nothing matches and reads everything. So a
  // rare topic is read whole, and any other is met soon enough on the way through the order of the list; `offset 0`
  // keeps both ways as they are written. Only one of them is run.
  return `
    with some_of_topic as materialized (
      select published_at, mention_id from mention_topic where topic_id = any(${filter.topics}::bigint[]) limit ${FEW_OF_TOPIC + 1}
    )
    select * from (
      select m.* from (select distinct published_at, mention_id from some_of_topic where ${few}) mt
      cross join lateral (
        select m.* from mention m
        where m.id = mt.mention_id and m.published_at = mt.published_at
          and ${[...filter.conditions, realm, state].join(' and ')} offset 0
      ) m
      union all
      (${orderedSql({ ...filter, conditions: [...filter.conditions, ...topicSql(filter), `not ${few}`] }, sort, limit, parameters)})
    ) m
    order by ${order} limit ${limit}`;
}

/** Topics of no more mentions than this are read whole. */
const FEW_OF_TOPIC = 2000;

function orderedSql(filter: FilterSql, sort: MentionSort, limit: string, parameters: Parameters): string {
  const order = ORDERS[sort];
  const plain = (extra: readonly string[]) => `
    select m.* from mention m
    where ${[...filter.conditions, ...extra].join(' and ')}
    order by ${order} limit ${limit}`;
  if (filter.everywhere && (filter.selective || sort !== 'urgent')) return plain([]);
  const single = filter.realms.length === 1 && filter.states.length === 1;
  if (filter.selective || single) {
    return plain([realmSql(filter, parameters), stateSql(filter, parameters)]);
  }
  return `
    select m.* from unnest(${parameters.add(filter.realms)}::text[]) as r(realm)
    cross join unnest(${parameters.add(filter.states)}::text[]) as s(state)
    cross join lateral (${plain(['m.realm = r.realm', 'm.state = s.state'])}) as m
    order by ${order} limit ${limit}`;
}

function cursorAfter(sort: MentionSort, { first, level, place, id }: ListRow): string {
  const where = [sort, first ? 1 : 0];
  return encodeCursor(sort === 'urgent' ? [...where, level, place, id] : [...where, place, id]);
}

function keysetCondition(sort: MentionSort, cursor: string, parameters: Parameters): Keyset {
  const parts = decodeCursor(cursor, sort === 'urgent' ? 5 : 4);
  const [id, place, level] = [...(parts ?? [])].reverse();
  const ours =
    parts?.[0] === sort &&
    (parts?.[1] === 0 || parts?.[1] === 1) &&
    /^\d{1,19}$/.test(String(id)) &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(String(place)) &&
    !Number.isNaN(Date.parse(String(place))) &&
    (sort !== 'urgent' || (typeof level === 'number' && level >= 0 && level <= 4));
  if (!ours) throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list and order');
  const first = parts?.[1] === 1;
  const placeAndId = `${parameters.add(place)}::timestamptz, ${parameters.add(id)}::bigint`;
  if (sort === 'urgent') {
    const condition = `(m.level, m.published_at, m.id) < (${parameters.add(level)}::smallint, ${placeAndId})`;
    return { first, condition };
  }
  return { first, condition: `(m.published_at, m.id) ${sort === 'newest' ? '<' : '>'} (${placeAndId})` };
}
