import type { EntityManager } from 'typeorm';
import { lanesSql } from './list-lanes.js';
import { type FilterSql, Parameters, topicSql } from './mention-filter-sql.js';
import { type Keyset, type MentionSort, ORDERS } from './mention-order.js';
import { FIRST_LENGTH, nextLength, type Piece, pieceAfter, pieceBefore } from './search-marks.js';
import { marksSql, pieceSql, type Search, timesOf } from './search-pieces.js';

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

/** So many mentions are read through before the index of the words is asked: a word of everyday is met among them. */
const READ_THROUGH = 400;
/** From this level on mentions are so few that they are not sought piece by piece in time. */
const FEW_FROM = 2;

/**
 * The first mentions of a list that a search finds. The index of words does not know the order of a list: of a frequent
 * word it would give hundreds of thousands, to be sorted. So the first mentions of the list are read through; where too
 * few of them have the word, the index is asked for one piece of time after the other, each as long as what was found
 * before makes likely.
 */
export async function findBySearch(
  manager: EntityManager,
  search: Search<SearchPage>,
  { sort, limit }: { sort: MentionSort; limit: number },
): Promise<Found[]> {
  if (search.make(new Parameters()).filter.wordless) return [];
  const through = await readThrough(manager, search, sort, limit);
  if (through !== null) return through;
  if (sort !== 'urgent') return inTime(manager, search, { sort, limit, levels: null });
  const { filter, keyset } = search.make(new Parameters());
  const levels = (filter.levels ?? LEVELS).filter((level) => level <= (keyset?.level ?? level));
  const found: Found[] = [];
  const missing = () => limit - found.length;
  const few = levels.filter((level) => level >= FEW_FROM);
  if (few.length > 0) found.push(...(await ask(manager, search, { sort, limit, levels: few, piece: null })));
  for (const level of [1, 0].filter((one) => levels.includes(one))) {
    if (missing() > 0)
      found.push(...(await inTime(manager, search, { sort, limit: missing(), levels: [level] })));
  }
  return found;
}

const LEVELS = [4, 3, 2, 1, 0];

/** Null where these were too few to fill the page, and there are more. */
async function readThrough(
  manager: EntityManager,
  search: Search<SearchPage>,
  sort: MentionSort,
  limit: number,
): Promise<Found[] | null> {
  const parameters = new Parameters();
  const { filter, conditions, keyset } = search.make(parameters);
  const lanes = { filter, conditions: filter.listed, keyset, sort, limit: parameters.add(READ_THROUGH) };
  const [row]: { read: number; found: Found[] }[] = await manager.query(
    `with first as materialized (${lanesSql(lanes, parameters)}),
     hit as (select m.* from first m where ${conditions.join(' and ')} order by ${ORDERS[sort]} limit ${parameters.add(limit)})
     select (select count(*)::integer from first) as read,
       coalesce((
         select jsonb_agg(jsonb_build_object('id', m.id::text, 'publishedAt', m.published_at::text) order by ${ORDERS[sort]})
         from hit m
       ), '[]') as found`,
    parameters.values,
  );
  if (!row) return [];
  return row.found.length >= limit || row.read < READ_THROUGH ? row.found : null;
}

interface Wanted {
  sort: MentionSort;
  limit: number;
  /** Null: every level of the filter. */
  levels: readonly number[] | null;
}

/** Piece by piece from the end of time that the list begins with. */
async function inTime(manager: EntityManager, search: Search<SearchPage>, wanted: Wanted): Promise<Found[]> {
  const { keyset } = search.make(new Parameters());
  const times = await timesOf(manager, search.range);
  if (times === null) return [];
  const backwards = wanted.sort !== 'oldest';
  const found: Found[] = [];
  let length = FIRST_LENGTH;
  let { from, to } = times;
  // A place of another level says nothing of time.
  const begin =
    keyset && (keyset.level === null || wanted.levels?.includes(keyset.level)) ? keyset.time : null;
  if (begin !== null && backwards) to = Math.min(to, begin);
  if (begin !== null && !backwards) from = Math.max(from, begin);
  while (from <= to) {
    const piece = backwards ? pieceBefore(to, length, from) : pieceAfter(from, length, to);
    const missing = wanted.limit - found.length;
    const hits = await ask(manager, search, { ...wanted, piece, limit: missing });
    found.push(...hits);
    if (found.length >= wanted.limit) break;
    if (backwards) to = piece.from - 1;
    else from = piece.to + 1;
    length = nextLength(length, hits.length, missing - hits.length);
  }
  return found;
}

/** Of what the index of words gives for a piece of time (null: all of it), the first in order. */
async function ask(
  manager: EntityManager,
  search: Search<SearchPage>,
  { sort, limit, levels, piece }: Wanted & { piece: Piece | null },
): Promise<Found[]> {
  const parameters = new Parameters();
  const { filter, conditions, keyset } = search.make(parameters);
  const all = [
    ...conditions,
    ...topicSql(filter),
    ...(keyset ? [keyset.of('m.level', 'm.published_at', 'm.id')] : []),
    ...marksSql(filter, levels, parameters),
    ...(piece === null ? [] : pieceSql(piece, parameters)),
  ];
  return manager.query(
    `with hit as materialized (
       select m.id, m.published_at, m.level from mention m where ${all.join(' and ')}
     )
     select m.id, m.published_at::text as "publishedAt" from hit m
     order by ${ORDERS[sort]} limit ${parameters.add(limit)}`,
    parameters.values,
  );
}
