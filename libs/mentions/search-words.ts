import type { EntityManager } from 'typeorm';

/** A search as the database is asked for it: words as people search the web, the last one perhaps only begun. */
export interface SearchWords {
  /** What must be there, with quotation marks and `or` as on the web; may be empty. */
  whole: string;
  /** The beginning of a word that must be there: letters and digits only. */
  begun: string | null;
  /** Words and phrases that must not be there (`-word`). */
  without: string[];
}

/** Takes the last word as begun where it is a plain word: someone may still be typing it. */
export function readSearch(search: string): SearchWords {
  const tokens = search.replaceAll('\0', ' ').match(/-?"[^"]*"?|\S+/gu) ?? [];
  const without = tokens.filter((token) => EXCLUDED.test(token)).map((token) => token.slice(1));
  const wanted = tokens.filter((token) => !EXCLUDED.test(token));
  const last = wanted.at(-1);
  const alternative = wanted.some((token) => /^or$/i.test(token));
  const begun =
    last !== undefined && last === tokens.at(-1) && !alternative && PLAIN.test(last) ? last : null;
  return { whole: wanted.slice(0, begun === null ? undefined : -1).join(' '), begun, without };
}

const PLAIN = /^[\p{L}\p{N}]+$/u;
const EXCLUDED = /^-"?[\p{L}\p{N}]/u;

/** A text is indexed in the configuration of its own language, so a search asks in each of them. */
const CONFIGURATIONS = ['passerelle_fr', 'passerelle_en', 'passerelle_plain'];

/**
 * What the database is asked for, in the words of its index; null when there is no word in the search. Read before the
 * search itself: a search that is written out is planned by what it asks for, and each of its words is in it once.
 */
export async function readWords(manager: EntityManager, search: string): Promise<string | null> {
  const values: string[] = [];
  const sql = wordsSql(search, (value) => `$${values.push(value)}`);
  if (sql === null) return null;
  const [row]: { words: string | null }[] = await manager.query(`select (${sql})::text as words`, values);
  return row?.words || null;
}

/** The SQL of the words; `parameter` notes a value and gives its placeholder. */
export function wordsSql(search: string, parameter: (value: string) => string): string | null {
  const { whole, begun, without } = readSearch(search);
  if (!/[\p{L}\p{N}]/u.test([whole, begun ?? '', ...without].join(''))) return null;
  const terms: string[] = [];
  const positive: ((configuration: string) => string)[] = [];
  if (/[\p{L}\p{N}]/u.test(whole)) {
    const at = parameter(whole);
    positive.push((configuration) => `websearch_to_tsquery('${configuration}', ${at})`);
  }
  if (begun !== null) {
    const at = parameter(`${begun}:*`);
    positive.push((configuration) => `to_tsquery('${configuration}', ${at})`);
  }
  if (positive.length > 0) {
    terms.push(inAny((configuration) => positive.map((query) => query(configuration)).join(' && ')));
  }
  // What is excluded is excluded in every language at once: another language's stem would let it through.
  for (const excluded of without) {
    const at = parameter(excluded);
    terms.push(`!!${inAny((configuration) => `phraseto_tsquery('${configuration}', ${at})`)}`);
  }
  return terms.join(' && ');
}

/** In any of the configurations; what two of them make the same of is asked once. */
function inAny(query: (configuration: string) => string): string {
  const queries = CONFIGURATIONS.map((configuration) => `(${query(configuration)})`).join(', ');
  return `coalesce((
    select string_agg(distinct '(' || q::text || ')', ' | ') from unnest(array[${queries}]) q where numnode(q) > 0
  ), '')::tsquery`;
}
