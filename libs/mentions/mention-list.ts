import type { EntityManager } from 'typeorm';
import type { listMentions, MentionFilter } from '#contract/mentions';
import type { ResponseOf } from '#platform/contract';
import { decodeCursor, encodeCursor } from '#platform/database';
import { invalidField } from '#platform/problem';
import { type FilterSql, filterSql, Parameters, realmSql, stateSql } from './mention-filter-sql.js';
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
  if (request.cursor !== undefined) {
    filter.conditions.push(keysetCondition(request.sort, request.cursor, parameters));
  }
  const order = ORDERS[request.sort];
  const limit = parameters.add(request.limit + 1);
  const sql = `
    select ${SUMMARY_COLUMNS}, to_char(m.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
    from (${candidateSql(filter, request.sort, limit, parameters)}) m
    left join person p on p.id = m.assignee_id
    order by ${order}`;
  return { sql, values: parameters.values };
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
  const inTopic = `exists (
    select from mention_topic mt
    where mt.topic_id = any(${filter.topics}::bigint[]) and mt.published_at = m.published_at and mt.mention_id = m.id
    offset 0)`;
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
      (${orderedSql({ ...filter, conditions: [...filter.conditions, inTopic, `not ${few}`] }, sort, limit, parameters)})
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

function cursorAfter(sort: MentionSort, { level, place, id }: ListRow): string {
  return encodeCursor(sort === 'urgent' ? [sort, level, place, id] : [sort, place, id]);
}

function keysetCondition(sort: MentionSort, cursor: string, parameters: Parameters): string {
  const parts = decodeCursor(cursor, sort === 'urgent' ? 4 : 3);
  const [id, place, level] = [...(parts ?? [])].reverse();
  const ours =
    parts?.[0] === sort &&
    /^\d{1,19}$/.test(String(id)) &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(String(place)) &&
    !Number.isNaN(Date.parse(String(place))) &&
    (sort !== 'urgent' || (typeof level === 'number' && level >= 0 && level <= 4));
  if (!ours) throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list and order');
  const placeAndId = `${parameters.add(place)}::timestamptz, ${parameters.add(id)}::bigint`;
  if (sort === 'urgent') {
    return `(m.level, m.published_at, m.id) < (${parameters.add(level)}::smallint, ${placeAndId})`;
  }
  return `(m.published_at, m.id) ${sort === 'newest' ? '<' : '>'} (${placeAndId})`;
}
