import type { EntityManager } from 'typeorm';
import type { MentionState } from '#contract/mentions';
import { lanesSql } from './list-lanes.js';
import { type FilterSql, Parameters, topicSql } from './mention-filter-sql.js';
import type { ReadThrough } from './read-through.js';
import { apartSql, indexedSql, indexedWords, type IndexedWords, type WordsApart } from './rarer-words.js';
import { firstLength, HOUR, nextLength, type Piece, pieceBefore } from './search-marks.js';
import { marksSql, pieceSql, type Search, SPAN_SQL, TIMES_SQL, timesOf } from './search-pieces.js';

/** So many mentions of each state are read through before the index of the words is asked. */
const READ_THROUGH = 400;
/** From this share on a word is so frequent that what was read through has to do. */
const FREQUENT = 0.5;
/** A piece of time is to hold at least so many mentions with the words, and after so many the count ends. */
const OF_A_PIECE = 500;
const OF_ALL = 1500;

export interface CountedStates {
  counts: ReadonlyMap<MentionState, number>;
  /** States of which not all were looked at: there may be more. */
  partial: readonly MentionState[];
}

/**
 * How many mentions of each state a search finds, up to `ceiling`: exact where no more than 1,500 have the words, and of
 * the newest 1,500 otherwise.
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
  let [read, found, span, reach] = [0, 0, Infinity, 0];
  const apart: WordsApart = { whole: 0, begun: 0 };
  for (const state of states) {
    const first = await readThrough(manager, search, state);
    counts.set(state, Math.min(first.found, ceiling));
    if (first.found < ceiling && first.read >= READ_THROUGH) open.push(state);
    read += first.read;
    found += first.found;
    apart.whole += first.whole;
    apart.begun += first.begun;
    if (first.read < READ_THROUGH) continue;
    span = Math.min(span, first.span);
    reach = Math.max(reach, first.times.from);
  }
  if (open.length === 0 || found >= FREQUENT * read) return { counts, partial: open };
  const likelyLength = firstLength(span, found, OF_A_PIECE);
  // Of a topic one knows how often it has the words, but not how often others have.
  const firstPiece = topics === null ? likelyLength : Math.min(likelyLength, HOUR);
  const { counts: further, ended } = await inTime(manager, search, ceiling, {
    ...{ length: firstPiece, reach, indexed: indexedWords(apart) },
  });
  // Where the count ended early, what was read through of a state may reach further back than its pieces.
  for (const state of open) counts.set(state, Math.max(counts.get(state) ?? 0, further.get(state) ?? 0));
  return { counts, partial: ended ? [] : open.filter((state) => (counts.get(state) ?? 0) < ceiling) };
}

interface ReadState extends Pick<ReadThrough, 'span' | 'times' | 'read' | 'whole' | 'begun'> {
  found: number;
}

async function readThrough(
  manager: EntityManager,
  search: Search<FilterSql>,
  state: MentionState,
): Promise<ReadState> {
  const parameters = new Parameters();
  const filter: FilterSql = { ...search.make(parameters), states: [state], everywhere: false };
  const lanes = {
    ...{ filter, conditions: filter.listed, keyset: null, sort: 'newest' as const },
    limit: parameters.add(READ_THROUGH),
  };
  const [row]: ReadState[] = await manager.query(
    `with first as materialized (
       select m.published_at, (${filter.conditions.join(' and ')}) as hit, ${apartSql(filter, parameters)}
       from (${lanesSql(lanes, parameters)}) m
     )
     select count(*)::integer as read, count(*) filter (where whole)::integer as whole,
       count(*) filter (where begun)::integer as begun,
       ${SPAN_SQL} as span, ${TIMES_SQL} as times,
       count(*) filter (where hit)::integer as found from first`,
    parameters.values,
  );
  if (!row) throw new Error('an aggregate gave no row');
  return row;
}

/** Goes back in time, in pieces that are as long as what was found before makes likely. */
async function inTime(
  manager: EntityManager,
  search: Search<FilterSql>,
  ceiling: number,
  /** The first piece is so long, beyond what was read through already: that reached back to this time. */
  first: { length: number; reach: number; indexed: IndexedWords },
): Promise<{ counts: Map<MentionState, number>; ended: boolean }> {
  const { indexed, reach } = first;
  const counts = new Map<MentionState, number>();
  const times = await timesOf(manager, search.range);
  let [to, all] = [times?.to ?? 0, 0];
  let length = first.length + Math.max(to - reach, 0);
  while (times !== null && to >= times.from && all < OF_ALL) {
    const piece = pieceBefore(to, length, times.from);
    const hits = await countPiece(manager, search, piece, indexed);
    let [read, looked] = [0, 0];
    for (const hit of hits) {
      counts.set(hit.state, Math.min((counts.get(hit.state) ?? 0) + hit.mentions, ceiling));
      read += hit.read;
      looked += hit.looked;
    }
    all += read;
    to = piece.from - 1;
    length = nextLength(length, { found: read, read: looked }, OF_A_PIECE);
  }
  return { counts, ended: times === null || to < times.from };
}

async function countPiece(
  manager: EntityManager,
  search: Search<FilterSql>,
  piece: Piece,
  indexed: IndexedWords,
): Promise<{ state: MentionState; mentions: number; read: number; looked: number }[]> {
  const parameters = new Parameters();
  const filter = search.make(parameters);
  const found = [...filter.conditions, ...topicSql(filter)];
  const worded = filter.worded.join(' and ') || 'true';
  const asked = [
    ...indexedSql(filter, indexed, parameters),
    ...marksSql(filter, null, parameters),
    ...pieceSql(piece, parameters),
  ];
  return manager.query(
    `select m.state, count(*)::integer as looked, count(*) filter (where ${worded})::integer as read,
       count(*) filter (where ${found.join(' and ')})::integer as mentions
     from mention m where ${asked.join(' and ')} group by 1`,
    parameters.values,
  );
}
