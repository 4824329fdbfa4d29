import type { FilterSql, Parameters } from './mention-filter-sql.js';

/** What the index is asked for: all words of a search, or those that are whole. */
export type IndexedWords = 'all' | 'whole';

/** Of mentions that were read through, how many have the words that are whole, and how many the one that is begun. */
export interface WordsApart {
  whole: number;
  begun: number;
}

/**
 * So many times rarer than the begun word the whole ones have to be: to read a mention for the begun word costs as much as
 * some fifty of its entries in the index, and several times that where it has to come from the disk.
 */
const MUCH_RARER = 60;

/**
 * For a word that is only begun the index puts together all mentions that have any word with this beginning, however few
 * of them have the other words. Where those are much rarer, the index is asked for them alone, and each mention that it
 * gives for the begun one.
 */
export function indexedWords({ whole, begun }: WordsApart): IndexedWords {
  // Of 400 mentions none or one may have the whole words by chance.
  return begun > MUCH_RARER * (whole + 0.5) ? 'whole' : 'all';
}

/** SQL: whether `mention m` has the words that are whole, and the one that is begun; false where they are one. */
export function apartSql({ words }: FilterSql, { add }: Parameters): string {
  const has = (part: string | null | undefined) => (part ? `m.search @@ ${add(part)}::tsquery` : 'false');
  return `${has(words?.whole)} as whole, ${has(words?.begun)} as begun`;
}

/** The condition that the index is asked for. */
export function indexedSql(filter: FilterSql, indexed: IndexedWords, { add }: Parameters): string[] {
  const whole = indexed === 'whole' ? filter.words?.whole : null;
  return whole ? [`m.search @@ ${add(whole)}::tsquery`] : filter.worded;
}
