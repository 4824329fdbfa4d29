/** A search as the database is asked for it: words as people search the web, the last one perhaps only begun. */
export interface SearchWords {
  /** With quotation marks, `or` and `-` as on the web; may be empty. */
  whole: string;
  /** The beginning of a word: letters and digits only. */
  begun: string | null;
}

/** Takes the last word as begun where it is a plain word: someone may still be typing it. */
export function readSearch(search: string): SearchWords {
  const text = search.trim().replaceAll('\0', ' ');
  const [, before = '', last = ''] = /^(.*?)([^\s]*)$/su.exec(text) ?? [];
  const insideQuotes = (before.split('"').length - 1) % 2 === 1;
  const alternative = /(^|\s)or\s*$/i.test(before) || /^or$/i.test(last);
  if (insideQuotes || alternative || !/^[\p{L}\p{N}]+$/u.test(last)) return { whole: text, begun: null };
  return { whole: before.trim(), begun: last };
}

/** A text is indexed in the configuration of its own language, so a search asks in each of them. */
const CONFIGURATIONS = ['passerelle_fr', 'passerelle_en', 'passerelle_plain'];

/** The SQL of the search; `parameter` notes a value and gives its placeholder. Null when there is no word in it. */
export function searchSql(search: string, parameter: (value: string) => string): string | null {
  const { whole, begun } = readSearch(search);
  if (!/[\p{L}\p{N}]/u.test(`${whole}${begun ?? ''}`)) return null;
  const wholeAt = whole === '' ? null : parameter(whole);
  const begunAt = begun === null ? null : parameter(`${begun}:*`);
  const queries = CONFIGURATIONS.map((configuration) =>
    [
      ...(wholeAt === null ? [] : [`websearch_to_tsquery('${configuration}', ${wholeAt})`]),
      ...(begunAt === null ? [] : [`to_tsquery('${configuration}', ${begunAt})`]),
    ].join(' && '),
  );
  return `m.search @@ (${queries.map((query) => `(${query})`).join(' || ')})`;
}
