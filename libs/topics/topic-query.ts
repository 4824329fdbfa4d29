/**
 * The query of a topic, as a value. Always in normal form: `and` and `or` have at least two members and hold no
 * member of their own kind, `not` holds no `not`, and every text is folded (see `foldText`). Positions in the source
 * are not part of it, so two spellings of one query are deep-equal.
 */
export type TopicQuery =
  | WordsTerm
  | SiteTerm
  | HashtagTerm
  | AuthorTerm
  | LanguageTerm
  | NetworkTerm
  | NearTerm
  | { kind: 'not'; query: TopicQuery }
  | { kind: 'and'; queries: TopicQuery[] }
  | { kind: 'or'; queries: TopicQuery[] };

/** One word of the text; `wild` when it is only the beginning of one (`avion*`). */
export interface QueryWord {
  text: string;
  wild: boolean;
}

/** A word, or several that must follow each other: a phrase. */
export interface WordsTerm {
  kind: 'words';
  words: QueryWord[];
}

/** A site such as `acme.com`: a link to it, or its name written in the text. */
export interface SiteTerm {
  kind: 'site';
  host: string;
}

/** A hashtag, without its `#`. */
export interface HashtagTerm {
  kind: 'hashtag';
  tag: string;
  wild: boolean;
}

/** The author's handle, or a mention of that handle in the text; without its `@`. */
export interface AuthorTerm {
  kind: 'author';
  handle: string;
  wild: boolean;
}

/** The language that classification gave to the mention, as an ISO 639 code. */
export interface LanguageTerm {
  kind: 'language';
  code: string;
}

/** The network that the mention came from. Any name is accepted: networks are open. */
export interface NetworkTerm {
  kind: 'network';
  name: string;
}

/** One of `left` and one of `right`, in either order, with at most `distance` words between. */
export interface NearTerm {
  kind: 'near';
  left: WordsTerm[];
  right: WordsTerm[];
  distance: number;
}

/** What a query may cost. Phrase words count as terms. */
export interface TopicQueryLimits {
  /** UTF-16 code units of the source. */
  length: number;
  /** Parentheses inside parentheses. */
  depth: number;
  terms: number;
}

export const TOPIC_QUERY_LIMITS: Readonly<TopicQueryLimits> = { length: 4000, depth: 50, terms: 500 };

/** The largest n of `near/n`. */
export const MAX_NEAR_DISTANCE = 100;

/** The fewest letters before a `*`: a shorter beginning would match nearly everything. */
export const MIN_WILDCARD_LETTERS = 2;

/** `a AND b AND ...` in normal form; a single member stands for itself. */
export function allOf(queries: readonly TopicQuery[]): TopicQuery {
  return join('and', queries);
}

/** `a OR b OR ...` in normal form; a single member stands for itself. */
export function anyOf(queries: readonly TopicQuery[]): TopicQuery {
  return join('or', queries);
}

/** The opposite of a query; of a negation, what it negates. */
export function noneOf(query: TopicQuery): TopicQuery {
  return query.kind === 'not' ? query.query : { kind: 'not', query };
}

function join(kind: 'and' | 'or', queries: readonly TopicQuery[]): TopicQuery {
  const flat = queries.flatMap((query) => (query.kind === kind ? query.queries : [query]));
  const [only] = flat;
  return only !== undefined && flat.length === 1 ? only : { kind, queries: flat };
}
