import type { EntityManager } from 'typeorm';
import { lanesSql } from './list-lanes.js';
import { type FilterSql, Parameters } from './mention-filter-sql.js';
import { type Keyset, type MentionSort, ORDERS } from './mention-order.js';
import { apartSql, type WordsApart } from './rarer-words.js';
import { type Search, SPAN_SQL, TIMES_SQL } from './search-pieces.js';

/** A search as its statements are made of it: the filter, other conditions and the place to go on from. */
export interface SearchPage {
  filter: FilterSql;
  /** On `mention m`, the search among them. */
  conditions: readonly string[];
  keyset: Keyset | null;
}

/** A mention that was found: id, and time of publication in full precision. */
export interface Found {
  id: string;
  publishedAt: string;
}

/** What the first mentions of a list hold. */
export interface ReadThrough extends WordsApart {
  found: Found[];
  /** They fill the page, or there are no more. */
  enough: boolean;
  /** In milliseconds, how closely they stand (`SPAN_SQL`). */
  span: number;
  /** The times that they lie between, in milliseconds. */
  times: { from: number; to: number };
  read: number;
}

/** SQL: the rows of this table as what was found, in the order of the list. */
export function foundSql(table: string, sort: MentionSort): string {
  return `coalesce((
      select jsonb_agg(jsonb_build_object('id', m.id::text, 'publishedAt', m.published_at::text) order by ${ORDERS[sort]})
      from ${table} m
    ), '[]')`;
}

/** Reads the first `most` mentions of a list through for those that a search finds. */
export async function readThrough(
  manager: EntityManager,
  search: Search<SearchPage>,
  sort: MentionSort,
  limit: number,
  most: number,
): Promise<ReadThrough> {
  const parameters = new Parameters();
  const { filter, conditions, keyset } = search.make(parameters);
  const lanes = { filter, conditions: filter.listed, keyset, sort, limit: parameters.add(most) };
  const [row]: ReadThrough[] = await manager.query(
    `with first as materialized (
       select m.id, m.published_at, m.level, (${conditions.join(' and ')}) as hit, ${apartSql(filter, parameters)}
       from (${lanesSql(lanes, parameters)}) m
     ),
     hit as (select m.* from first m where m.hit order by ${ORDERS[sort]} limit ${parameters.add(limit)})
     select (select count(*)::integer from first) as read,
       (select count(*)::integer from first f where f.whole) as whole,
       (select count(*)::integer from first f where f.begun) as begun, ${SPAN_SQL} as span, ${TIMES_SQL} as times,
       ${foundSql('hit', sort)} as found`,
    parameters.values,
  );
  if (!row) throw new Error('an aggregate gave no row');
  return { ...row, enough: row.found.length >= limit || row.read < most };
}
