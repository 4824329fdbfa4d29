import type { EntityManager } from 'typeorm';
import type { listMentions, MentionFilter } from '#contract/mentions';
import type { ResponseOf } from '#platform/contract';
import { askedSql, READY_IDS_SQL, TO_BE_ANSWERED_SQL } from './asked-answer.js';
import { findBySearch } from './find-by-search.js';
import { lanesSql } from './list-lanes.js';
import {
  type FilterReading,
  type FilterSql,
  filterSql,
  Parameters,
  realmSql,
  stateSql,
  topicSql,
} from './mention-filter-sql.js';
import { cursorAfter, type Keyset, keysetAfter, type MentionSort, ORDERS } from './mention-order.js';
import type { Found } from './read-through.js';
import { SUMMARY_COLUMNS, type SummaryRow, viewSummary } from './mention-summary.js';
import { readWords } from './search-words.js';

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

/** One page of the inbox. Refuses a cursor that is not of this list. */
export async function listPage(
  manager: EntityManager,
  personId: string,
  request: ListRequest,
): Promise<ResponseOf<typeof listMentions>> {
  const words = request.search ? await readWords(manager, request.search) : null;
  const reading = { personId, words };
  const found = await foundFor(manager, reading, request);
  const { sql, values } = listSql(reading, request, found);
  const rows: ListRow[] = await manager.query(sql, values);
  const items = rows.slice(0, request.limit);
  const last = items.at(-1);
  return {
    items: items.map(viewSummary),
    next: rows.length > items.length && last ? cursorAfter(request.sort, last) : null,
  };
}

/** What a search finds of those that do not come first; null where the page is one statement. */
async function foundFor(
  manager: EntityManager,
  reading: FilterReading,
  request: ListRequest,
): Promise<Found[] | null> {
  const { filter } = pageOf(reading, request, new Parameters());
  if (!filter.searched || filter.selective || filter.request) return null;
  const make = (parameters: Parameters) => {
    const { filter, keyset } = pageOf(reading, request, parameters);
    const conditions = [...filter.conditions, NOT_FIRST_SQL];
    return { filter, conditions, keyset: keyset?.first ? null : keyset };
  };
  const { sort, limit } = request;
  return findBySearch(manager, { make, range: request }, { sort, limit: limit + 1 });
}

/** The statement of a page. */
function listSql(
  reading: FilterReading,
  request: ListRequest,
  found: readonly Found[] | null = null,
): { sql: string; values: unknown[] } {
  const parameters = new Parameters();
  const page: Page = {
    ...pageOf(reading, request, parameters),
    ...{ sort: request.sort, limit: parameters.add(request.limit + 1) },
  };
  const sql = `
    select ${SUMMARY_COLUMNS}, m.first,
      to_char(m.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
    from (${pageSql(page, found, parameters)}) m
    left join person p on p.id = m.assignee_id
    order by m.first desc, ${ORDERS[request.sort]}`;
  return { sql, values: parameters.values };
}

interface Page {
  filter: FilterSql;
  keyset: Keyset | null;
  sort: MentionSort;
  /** Placeholder of how many rows are wanted. */
  limit: string;
}

function pageOf(reading: FilterReading, { sort, cursor, ...filter }: ListRequest, parameters: Parameters) {
  return {
    filter: filterSql(filter, reading, parameters),
    keyset: cursor === undefined ? null : keysetAfter(sort, cursor, parameters),
  };
}

/**
 * Mentions whose asked answer is ready stand before all others. There are few of them, so they are looked up by
 * themselves and the list goes on without them.
 */
function pageSql(page: Page, found: readonly Found[] | null, parameters: Parameters): string {
  const { filter, keyset, sort, limit } = page;
  if (filter.request) return askedPageSql(page, filter.request, null, parameters);
  const others = `select m.*, false as first from (${othersSql(page, found, parameters)}) m`;
  if (keyset && !keyset.first) return others;
  return `
    select * from (
      (${askedPageSql(page, 'ready', TO_BE_ANSWERED_SQL, parameters)})
      union all
      (${others})
    ) m
    order by m.first desc, ${ORDERS[sort]} limit ${limit}`;
}

/** SQL: `mention m` is none of those that come first. */
const NOT_FIRST_SQL = `not (${TO_BE_ANSWERED_SQL} and ${READY_IDS_SQL})`;

function othersSql(page: Page, found: readonly Found[] | null, parameters: Parameters): string {
  const { filter, sort, limit } = page;
  // Those that come first have places of their own.
  const keyset = page.keyset?.first ? null : page.keyset;
  const conditions = [...filter.conditions, NOT_FIRST_SQL];
  if (found === null) return lanesSql({ filter, conditions, keyset, sort, limit }, parameters);
  // Asked again: meanwhile somebody may have answered one of them.
  const after = keyset ? [keyset.of('m.level', 'm.published_at', 'm.id')] : [];
  const [ids, times] = [
    parameters.add(found.map(({ id }) => id)),
    parameters.add(found.map(({ publishedAt }) => publishedAt)),
  ];
  return `
    select m.* from unnest(${ids}::bigint[], ${times}::timestamptz[]) as f(id, published_at)
    cross join lateral (
      select m.* from mention m
      where m.id = f.id and m.published_at = f.published_at
        and ${[...conditions, ...topicSql(filter), ...after].join(' and ')} offset 0
    ) m
    limit ${limit}`;
}

/** Of those that wait for an asked answer; `first` is the condition of coming before all others. */
function askedPageSql(
  { filter, keyset, sort, limit }: Page,
  request: NonNullable<FilterSql['request']>,
  first: string | null,
  parameters: Parameters,
): string {
  const conditions = [
    ...[...filter.conditions, ...topicSql(filter), ...(first === null ? [] : [first])],
    ...(keyset && keyset.first === (first !== null) ? [keyset.of('m.level', 'm.published_at', 'm.id')] : []),
    ...[realmSql(filter, parameters), stateSql(filter, parameters)],
  ];
  return `
    select m.*, ${first !== null} as first from (${askedSql(request)}) asked
    cross join lateral (
      select m.* from mention m
      where m.id = asked.mention_id and m.published_at = asked.published_at
        and ${conditions.join(' and ')} offset 0
    ) m
    order by ${ORDERS[sort]} limit ${limit}`;
}
