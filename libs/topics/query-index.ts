import { AnchorTable } from './anchor-table.js';
import { chooseAnchors, countWordUses } from './query-anchor.js';
import { matchesView, type TopicDocument, viewDocument } from './query-match.js';
import type { TopicQuery } from './topic-query.js';

/** Queries compiled for matching many documents. */
export interface TopicIndex {
  /** Ids of the queries that match, in the order in which they were given. */
  match(document: TopicDocument): string[];
  /** How many queries a document would have evaluated: what the index could not rule out. For measurement. */
  candidates(document: TopicDocument): number;
}

/**
 * Compiles queries into an index from tokens to queries. Each query stands under the rarest set of tokens of which a
 * matching document must have one, so a document evaluates only the queries it shares such a token with, and its
 * cost hardly grows with their number. Equals evaluating every query with `matchTopicQuery`.
 */
export function compileTopicQueries(entries: readonly { id: string; query: TopicQuery }[]): TopicIndex {
  const queries = [...entries];
  const tables = {
    word: new AnchorTable(),
    hashtag: new AnchorTable(),
    author: new AnchorTable(),
    host: new AnchorTable(),
    language: new AnchorTable(),
    network: new AnchorTable(),
  };
  /** Queries that no token rules out. The parser accepts none, but a query can be built without it. */
  const everywhere: number[] = [];
  const uses = countWordUses(queries.map(({ query }) => query));
  queries.forEach(({ query }, ordinal) => {
    const chosen = chooseAnchors(query, uses);
    if (chosen === null) everywhere.push(ordinal);
    for (const anchor of chosen?.anchors ?? []) {
      tables[anchor.kind].add(anchor.text, 'wild' in anchor && anchor.wild, ordinal);
    }
  });

  function candidatesOf(view: ReturnType<typeof viewDocument>): number[] {
    const found = new Set(everywhere);
    tables.word.collect(view.wordSet, found);
    tables.hashtag.collect(view.hashtags, found);
    tables.author.collect(view.names, found);
    tables.host.collect(view.hosts, found);
    if (view.language !== null) tables.language.collect([view.language], found);
    tables.network.collect([view.network], found);
    return found.size > 1 ? [...found].sort((a, b) => a - b) : [...found];
  }

  return {
    match(document) {
      const view = viewDocument(document);
      const ids: string[] = [];
      for (const ordinal of candidatesOf(view)) {
        const entry = queries[ordinal];
        if (entry !== undefined && matchesView(entry.query, view)) ids.push(entry.id);
      }
      return ids;
    },
    candidates(document) {
      return candidatesOf(viewDocument(document)).length;
    },
  };
}
