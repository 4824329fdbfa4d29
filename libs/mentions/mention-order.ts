import { decodeCursor, encodeCursor } from '#platform/database';
import { invalidField } from '#platform/problem';
import type { Parameters } from './mention-filter-sql.js';

export type MentionSort = 'newest' | 'oldest' | 'urgent';

/** The orders of a list, over `mention m`. */
export const ORDERS: Record<MentionSort, string> = {
  newest: 'm.published_at desc, m.id desc',
  oldest: 'm.published_at asc, m.id asc',
  urgent: 'm.level desc, m.published_at desc, m.id desc',
};

/** The same orders over `mention_topic mt`. */
export const TOPIC_ORDERS: Record<MentionSort, string> = {
  newest: 'mt.published_at desc, mt.mention_id desc',
  oldest: 'mt.published_at asc, mt.mention_id asc',
  urgent: 'mt.level desc, mt.published_at desc, mt.mention_id desc',
};

/** What a place in a list is made of. */
export interface ListPlace {
  /** Among those that come before all others. */
  first: boolean;
  level: number;
  /** The time in full precision. */
  place: string;
  id: string;
}

/** Where a page begins: what a cursor asks of the rows after it. */
export interface Keyset {
  first: boolean;
  /** Milliseconds, rounded away from what comes after. */
  time: number;
  /** Null where the order does not know levels. */
  level: number | null;
  /** SQL: a row with these columns comes after it. */
  of: (level: string, publishedAt: string, id: string) => string;
}

/** The cursor of the page after this place. */
export function cursorAfter(sort: MentionSort, { first, level, place, id }: ListPlace): string {
  const where = [sort, first ? 1 : 0];
  return encodeCursor(sort === 'urgent' ? [...where, level, place, id] : [...where, place, id]);
}

/** Refuses a cursor that is not of this list and order. */
export function keysetAfter(sort: MentionSort, cursor: string, parameters: Parameters): Keyset {
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
  const placeAndId = `${parameters.add(place)}::timestamptz, ${parameters.add(id)}::bigint`;
  const time = Date.parse(String(place)) + (sort === 'oldest' ? 0 : 1);
  if (sort === 'urgent') {
    const at = parameters.add(level);
    return {
      ...{ first: parts?.[1] === 1, time, level: Number(level) },
      of: (of, publishedAt, row) => `(${of}, ${publishedAt}, ${row}) < (${at}::smallint, ${placeAndId})`,
    };
  }
  const compared = sort === 'newest' ? '<' : '>';
  return {
    ...{ first: parts?.[1] === 1, time, level: null },
    of: (_, publishedAt, row) => `(${publishedAt}, ${row}) ${compared} (${placeAndId})`,
  };
}
