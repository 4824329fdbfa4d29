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

/** What the database is asked for, in the words of its index. */
export interface IndexWords {
  all: string;
  /**
   * Without the word that is only begun, in any language: whatever has all words has these. Null where no word is begun,
   * or nothing is left in one of the languages.
   */
  whole: string | null;
  /** That word alone, in any language; null where `whole` is. */
  begun: string | null;
}

/**
 * Reads a search; null when there is no word in it. Read before the search itself: a search that is written out is
 * planned by what it asks for, and each of its words is in it once.
 */
export async function readWords(manager: EntityManager, search: string): Promise<IndexWords | null> {
  const values: string[] = [];
  const parameter = (value: string) => `$${values.push(value)}`;
  const all = wordsSql(search, parameter);
  if (all === null) return null;
  const { whole, begun } = readSearch(search);
  const apart = begun !== null && /[\p{L}\p{N}]/u.test(whole);
  const [ofWhole, ofBegun] = apart
    ? [
        oneOf(asked('websearch_to_tsquery', parameter(whole)), 'min(numnode(part)) > 0'),
        oneOf(asked('to_tsquery', parameter(`${begun}:*`)), 'true'),
      ]
    : ['null', 'null'];
  const [row]: IndexWords[] = await manager.query(
    `select (${all})::text as all, ${ofWhole} as whole, ${ofBegun} as begun`,
    values,
  );
  if (!row?.all) return null;
  return row.whole && row.begun ? row : { ...row, whole: null, begun: null };
}

/** The SQL of the words; `parameter` notes a value and gives its placeholder. */
export function wordsSql(search: string, parameter: (value: string) => string): string | null {
  const { whole, begun, without } = readSearch(search);
  if (!/[\p{L}\p{N}]/u.test([whole, begun ?? '', ...without].join(''))) return null;
  const terms: string[] = [];
  const empty = () => `''::tsquery`;
  const ofWhole = /[\p{L}\p{N}]/u.test(whole) ? asked('websearch_to_tsquery', parameter(whole)) : empty;
  const ofBegun = begun === null ? empty : asked('to_tsquery', parameter(`${begun}:*`));
  if (ofWhole !== empty || ofBegun !== empty) terms.push(inAny(ofWhole, ofBegun));
  // What is excluded is excluded in every language at once: another language's stem would let it through.
  for (const excluded of without) {
    const at = parameter(excluded);
    terms.push(`!!${inAny(asked('phraseto_tsquery', at), empty)}`);
  }
  return terms.join(' && ');
}

type OfConfiguration = (configuration: string) => string;

function asked(reading: string, at: string): OfConfiguration {
  return (configuration) => `${reading}('${configuration}', ${at})`;
}

/** A part by itself in any of the configurations, as text; null where the condition does not hold. */
function oneOf(part: OfConfiguration, condition: string): string {
  return `(
    select case when ${condition} then string_agg(distinct '(' || part::text || ')', ' | ') filter (where numnode(part) > 0) end
    from unnest(array[${CONFIGURATIONS.map(part).join(', ')}]) part)`;
}

/**
 * In any of the configurations; what two of them make the same of is asked once, and of beginnings of a word only those that
 * no shorter one holds: `outag:*` finds whatever `outage:*` does.
 */
function inAny(whole: OfConfiguration, begun: OfConfiguration): string {
  const of = (part: OfConfiguration) => CONFIGURATIONS.map(part).join(', ');
  return `coalesce((
    with asked as (
      select whole, begun, whole && begun as both from unnest(array[${of(whole)}], array[${of(begun)}]) a(whole, begun)
      where numnode(whole && begun) > 0
    )
    select string_agg(distinct '(' || a.both::text || ')', ' | ') from asked a
    where not exists (
      select from asked s where s.whole = a.whole and s.begun <> a.begun
        and numnode(s.begun) = 1 and numnode(a.begun) = 1 and starts_with(a.begun::text, left(s.begun::text, -3)))
  ), '')::tsquery`;
}
