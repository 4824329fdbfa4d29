import type { EntityManager } from 'typeorm';
import type { MentionState } from '#contract/mentions';
import { lanesSql } from './list-lanes.js';
import { type FilterSql, Parameters, topicSql } from './mention-filter-sql.js';
import { firstLength, HOUR, nextLength, type Piece, pieceBefore } from './search-marks.js';
import { marksSql, pieceSql, type Search, SPAN_SQL, timesOf } from './search-pieces.js';

/** So many mentions of each state are read through before the index of the words is asked. */
const READ_THROUGH = 400;
/** From this share on a word is so frequent that what was read through has to do. */
const FREQUENT = 0.5;
/** A piece of time is to hold at least so many mentions with the words, and after so many the count ends. */
const OF_A_PIECE = 600;
const OF_ALL = 2000;

export interface CountedStates {
  counts: ReadonlyMap<MentionState, number>;
  /** States of which not all were looked at: there may be more. */
  partial: readonly MentionState[];
}

/**
 * How many mentions of each state a search finds, up to `ceiling`: exact where no more than 2,000 have the words, and of
 * the newest 2,000 otherwise.
 * The first mentions of each state are read through; where that does not do, the index of words is asked for one piece
 * of time after the other.
 */
export async function countBySearch(
  manager: EntityManager,
  search: Search<FilterSql>,
  ceiling: number,
): Promise<CountedStates> {
  const { states, topics, wordless } = search.make(new Parameters());
  const counts = new Map<MentionState, number>();
  if (wordless) return { counts, partial: [] };
  const open: MentionState[] = [];
  let [read, found, span] = [0, 0, Infinity];
  for (const state of states) {
    const first = await readThrough(manager, search, state);
    counts.set(state, Math.min(first.found, ceiling));
    if (first.found < ceiling && first.read >= READ_THROUGH) open.push(state);
    read += first.read;
    found += first.found;
    if (first.read >= READ_THROUGH) span = Math.min(span, first.span);
  }
  if (open.length === 0 || found >= FREQUENT * read) return { counts, partial: open };
  const likelyLength = firstLength(span, found, OF_A_PIECE);
  // Of a topic one knows how often it has the words, but not how often others have.
  const firstPiece = topics === null ? likelyLength : Math.min(likelyLength, HOUR);
  const { counts: further, ended } = await inTime(manager, search, ceiling, firstPiece);
  // Where the count ended early, what was read through of a state may reach further back than its pieces.
  for (const state of open) counts.set(state, Math.max(counts.get(state) ?? 0, further.get(state) ?? 0));
  return { counts, partial: ended ? [] : open.filter((state) => (counts.get(state) ?? 0) < ceiling) };
}

async function readThrough(
  manager: EntityManager,
  search: Search<FilterSql>,
  state: MentionState,
): Promise<{ read: number; found: number; span: number }> {
  const parameters = new Parameters();
  const filter: FilterSql = { ...search.make(parameters), states: [state], everywhere: false };
  const lanes = {
    ...{ filter, conditions: filter.listed, keyset: null, sort: 'newest' as const },
    limit: parameters.add(READ_THROUGH),
  };
  const [row]: { read: number; found: number; span: number }[] = await manager.query(
    `with first as materialized (
       select m.published_at, (${filter.conditions.join(' and ')}) as hit from (${lanesSql(lanes, parameters)}) m
     )
     select count(*)::integer as read,
       ${SPAN_SQL} as span,
       count(*) filter (where hit)::integer as found from first`,
    parameters.values,
  );
  return row ?? { read: 0, found: 0, span: 0 };
}

/** Goes back in time, in pieces that are as long as what was found before makes likely. */
async function inTime(
  manager: EntityManager,
  search: Search<FilterSql>,
  ceiling: number,
  /** Of the first piece, in milliseconds. */
  firstPiece: number,
): Promise<{ counts: Map<MentionState, number>; ended: boolean }> {
  const counts = new Map<MentionState, number>();
  const times = await timesOf(manager, search.range);
  let [to, length, all] = [times?.to ?? 0, firstPiece, 0];
  while (times !== null && to >= times.from && all < OF_ALL) {
    const piece = pieceBefore(to, length, times.from);
    const hits = await countPiece(manager, search, piece);
    let read = 0;
    for (const hit of hits) {
      counts.set(hit.state, Math.min((counts.get(hit.state) ?? 0) + hit.mentions, ceiling));
      read += hit.read;
    }
    all += read;
    to = piece.from - 1;
    length = nextLength(length, { found: read, read }, OF_A_PIECE);
  }
  return { counts, ended: times === null || to < times.from };
}

async function countPiece(
  manager: EntityManager,
  search: Search<FilterSql>,
  piece: Piece,
): Promise<{ state: MentionState; mentions: number; read: number }[]> {
  const parameters = new Parameters();
  const filter = search.make(parameters);
  const found = [...filter.conditions, ...topicSql(filter)];
  const read = [...filter.worded, ...marksSql(filter, null, parameters), ...pieceSql(piece, parameters)];
  return manager.query(
    `select m.state, count(*)::integer as read, count(*) filter (where ${found.join(' and ')})::integer as mentions
     from mention m where ${read.join(' and ')} group by 1`,
    parameters.values,
  );
}
