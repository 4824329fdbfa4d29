import type { EntityManager } from 'typeorm';
import { type FilterSql, Parameters, topicSql } from './mention-filter-sql.js';
import { type MentionSort, ORDERS } from './mention-order.js';
import { type IndexedWords, indexedSql, indexedWords } from './rarer-words.js';
import { type Found, foundSql, type ReadThrough, readThrough, type SearchPage } from './read-through.js';
import { DAY, firstLength, HOUR, nextLength, type Piece, pieceAfter, pieceBefore } from './search-marks.js';
import { marksSql, pieceSql, type Search, timesOf } from './search-pieces.js';

/** So many mentions are read through before the index of the words is asked: a word of everyday is met among them. */
const READ_THROUGH = 400;
/** So many at most, where those let expect that the page is among them: that is as quick as the index. */
const MOST_READ_THROUGH = 5000;
/** Of topics that have no more mentions than this all are read through: neither they nor the words need be rare then. */
const MOST_OF_TOPICS = 12_000;
/** From this level on mentions are so few that they are not sought piece by piece in time. */
const FEW_FROM = 2;

/**
 * The first mentions of a list that a search finds. The index of words does not know the order of a list: of a frequent
 * word it would give hundreds of thousands, to be sorted. So the first mentions of the list are read through, and more of
 * them where the word is so frequent that these will do. Otherwise the index is asked for one piece of time after the
 * other, each as long as what was found before makes likely.
 */
export async function findBySearch(
  manager: EntityManager,
  search: Search<SearchPage>,
  { sort, limit }: { sort: MentionSort; limit: number },
): Promise<Found[]> {
  const { filter, keyset } = search.make(new Parameters());
  if (filter.wordless) return [];
  let through = await readThrough(manager, search, sort, limit, READ_THROUGH);
  if (!through.enough && isFrequent(through, limit))
    through = await readThrough(manager, search, sort, limit, MOST_READ_THROUGH);
  else if (!through.enough && (await isOfFew(manager, filter)))
    through = await readThrough(manager, search, sort, limit, MOST_OF_TOPICS);
  if (through.enough) return through.found;
  const indexed = indexedWords(through);
  const likelyLength = firstLength(through.span, through.found.length, limit);
  // Of a topic one knows how often it has the words, but not how often others have.
  const length = filter.topics === null ? likelyLength : Math.min(likelyLength, DAY);
  if (sort !== 'urgent')
    return inTime(manager, search, { sort, limit, indexed, levels: null, length, read: through.times });
  const levels = (filter.levels ?? LEVELS).filter((level) => level <= (keyset?.level ?? level));
  const found: Found[] = [];
  const missing = () => limit - found.length;
  const few = levels.filter((level) => level >= FEW_FROM);
  if (few.length > 0) {
    const urgent = await ask(manager, search, { sort, limit, indexed, levels: few, piece: null });
    found.push(...urgent.found);
  }
  for (const level of [1, 0].filter((one) => levels.includes(one))) {
    if (missing() > 0)
      found.push(
        ...(await inTime(manager, search, {
          ...{ sort, limit: missing(), indexed },
          ...{ levels: [level], length: HOUR, read: null },
        })),
      );
  }
  return found;
}

const LEVELS = [4, 3, 2, 1, 0];

/** What was read through lets expect that the page is among the most that may be. */
function isFrequent({ found }: ReadThrough, limit: number): boolean {
  return (1.5 * READ_THROUGH * limit) / found.length <= MOST_READ_THROUGH;
}

/** Whether there are topics, and all of their mentions can be read through. */
async function isOfFew(manager: EntityManager, { topicIds }: FilterSql): Promise<boolean> {
  if (topicIds === null) return false;
  const rows: unknown[] = await manager.query(
    `select from mention_topic where topic_id = any($1::bigint[]) offset ${MOST_OF_TOPICS - 1} limit 1`,
    [topicIds],
  );
  return rows.length === 0;
}

interface Wanted {
  sort: MentionSort;
  limit: number;
  indexed: IndexedWords;
  /** Null: every level of the filter. */
  levels: readonly number[] | null;
}

interface WantedInTime extends Wanted {
  /** Of the first piece of time, in milliseconds, beyond what was read through already. */
  length: number;
  /** The times of that; null where it says nothing of these levels. */
  read: { from: number; to: number } | null;
}

/** Piece by piece from the end of time that the list begins with. */
async function inTime(
  manager: EntityManager,
  search: Search<SearchPage>,
  wanted: WantedInTime,
): Promise<Found[]> {
  const { keyset } = search.make(new Parameters());
  const times = await timesOf(manager, search.range);
  if (times === null) return [];
  const backwards = wanted.sort !== 'oldest';
  const found: Found[] = [];
  let { length } = wanted;
  let { from, to } = times;
  // A place of another level says nothing of time.
  const begin =
    keyset && (keyset.level === null || wanted.levels?.includes(keyset.level)) ? keyset.time : null;
  if (begin !== null && backwards) to = Math.min(to, begin);
  if (begin !== null && !backwards) from = Math.max(from, begin);
  // The newest may be those of a quiet night: how long it was says nothing of the day before.
  if (wanted.read) length += Math.max(backwards ? to - wanted.read.from : wanted.read.to - from, 0);
  while (from <= to) {
    const piece = backwards ? pieceBefore(to, length, from) : pieceAfter(from, length, to);
    const missing = wanted.limit - found.length;
    const hits = await ask(manager, search, { ...wanted, piece, limit: missing });
    found.push(...hits.found);
    if (found.length >= wanted.limit) break;
    if (backwards) to = piece.from - 1;
    else from = piece.to + 1;
    length = nextLength(length, { found: hits.found.length, read: hits.read }, missing - hits.found.length);
  }
  return found;
}

/** Of what the index of words gives for a piece of time (null: all of it), the first in order, and how much that is. */
async function ask(
  manager: EntityManager,
  search: Search<SearchPage>,
  { sort, limit, indexed, levels, piece }: Wanted & { piece: Piece | null },
): Promise<{ read: number; found: Found[] }> {
  const parameters = new Parameters();
  const { filter, conditions, keyset } = search.make(parameters);
  // The whole search is looked at in each mention that the index gives for a part of it, and not asked for as well.
  const own =
    indexed === 'all' ? conditions.filter((condition) => !filter.worded.includes(condition)) : conditions;
  const asked = [
    ...indexedSql(filter, indexed, parameters),
    ...marksSql(filter, levels, parameters),
    ...(piece === null ? [] : pieceSql(piece, parameters)),
  ];
  const wanted = [...own, ...(keyset ? [keyset.of('m.level', 'm.published_at', 'm.id')] : [])];
  const [row]: { read: number; found: Found[] }[] = await manager.query(
    // Topics are looked up in the order of the list: no further than to the end of the page.
    `with worded as materialized (
       select m.id, m.published_at, m.level, (${wanted.join(' and ')}) as wanted from mention m where ${asked.join(' and ')}
     ),
     hit as (
       select m.* from (select * from worded m where m.wanted order by ${ORDERS[sort]} offset 0) m
       where ${['true', ...topicSql(filter)].join(' and ')}
       order by ${ORDERS[sort]} limit ${parameters.add(limit)}
     )
     select (select count(*)::integer from worded) as read, ${foundSql('hit', sort)} as found`,
    parameters.values,
  );
  return row ?? { read: 0, found: [] };
}
