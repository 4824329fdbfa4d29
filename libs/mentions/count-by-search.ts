import type { EntityManager } from 'typeorm';
import type { MentionState } from '#contract/mentions';
import { lanesSql } from './list-lanes.js';
import { type FilterSql, Parameters, topicSql } from './mention-filter-sql.js';
import { markOfState, nextLength } from './search-marks.js';
import { marksSql, pieceSql, type Search, timesOf } from './search-pieces.js';

/** So many mentions of each state are read through before the index of the words is asked. */
const READ_THROUGH = 400;
/** Of the first piece of time, in milliseconds. */
const FIRST_LENGTH = 86_400_000;

/**
 * How many mentions of each state a search finds, counted up to `ceiling`: as `findBySearch` finds them, one piece of
 * time after the other for the states that are not full yet.
 */
export async function countBySearch(
  manager: EntityManager,
  search: Search<FilterSql>,
  ceiling: number,
): Promise<Map<MentionState, number>> {
  const { states, wordless } = search.make(new Parameters());
  if (wordless) return new Map();
  const counted = new Map<MentionState, number>();
  const waiting = new Map<MentionState, number>();
  for (const state of states) {
    const { read, found } = await readThrough(manager, search, state, ceiling);
    if (found >= ceiling || read < READ_THROUGH) counted.set(state, found);
    else waiting.set(state, 0);
  }
  if (waiting.size > 0) await inTime(manager, search, ceiling, waiting);
  return new Map([...counted, ...waiting]);
}

async function readThrough(
  manager: EntityManager,
  search: Search<FilterSql>,
  state: MentionState,
  ceiling: number,
): Promise<{ read: number; found: number }> {
  const parameters = new Parameters();
  const filter: FilterSql = { ...search.make(parameters), states: [state], everywhere: false };
  const lanes = {
    ...{ filter, conditions: filter.listed, keyset: null, sort: 'newest' as const },
    limit: parameters.add(READ_THROUGH),
  };
  const [row]: { read: number; found: number }[] = await manager.query(
    `with first as materialized (${lanesSql(lanes, parameters)})
     select count(*)::integer as read,
       least(count(*) filter (where ${filter.conditions.join(' and ')}), ${ceiling})::integer as found from first m`,
    parameters.values,
  );
  return row ?? { read: 0, found: 0 };
}

/** Goes back in time until every state is full; what it counts is noted in `waiting`. */
async function inTime(
  manager: EntityManager,
  search: Search<FilterSql>,
  ceiling: number,
  waiting: Map<MentionState, number>,
): Promise<void> {
  const times = await timesOf(manager, search.range);
  if (times === null) return;
  let { to } = times;
  let length = FIRST_LENGTH;
  let open = [...waiting.keys()];
  while (open.length > 0) {
    const last = to - length - times.from < length;
    const from = last ? times.from : to - length;
    const missing = open.map((state) => ceiling - (waiting.get(state) ?? 0));
    const found = await countPiece(manager, search, { open, missing, from, to });
    for (const [at, state] of open.entries())
      waiting.set(state, (waiting.get(state) ?? 0) + (found[at] ?? 0));
    if (last) return;
    const next = open.map((_, at) =>
      nextLength(length, found[at] ?? 0, (missing[at] ?? 0) - (found[at] ?? 0)),
    );
    open = open.filter((state) => (waiting.get(state) ?? 0) < ceiling);
    length = Math.max(...next);
    to = from - 1;
  }
}

/** Of each state no more than are missing; the materialized hits are read no further than that. */
async function countPiece(
  manager: EntityManager,
  search: Search<FilterSql>,
  piece: { open: readonly MentionState[]; missing: readonly number[]; from: number; to: number },
): Promise<number[]> {
  const parameters = new Parameters();
  const filter = search.make(parameters);
  const conditions = [
    ...filter.conditions,
    ...topicSql(filter),
    ...marksSql({ ...filter, states: piece.open }, null, parameters),
    ...pieceSql(piece.from, piece.to, parameters),
  ];
  const { add } = parameters;
  const rows: { found: number }[] = await manager.query(
    `select c.found from unnest(${add(piece.open)}::text[], ${add(piece.open.map(markOfState))}::integer[],
       ${add(piece.missing)}::integer[]) with ordinality as s(state, mark, missing, at)
     cross join lateral (
       with hit as materialized (
         select 1 from mention m
         where ${conditions.join(' and ')} and mention_marks(m.published_at, m.level, m.state, m.realm) @> array[s.mark]
       )
       select count(*)::integer as found from (select from hit limit s.missing) h
     ) c
     order by s.at`,
    parameters.values,
  );
  return rows.map(({ found }) => found);
}
