import {
  matchTopicQuery,
  parseTopicQuery,
  type TopicDocument,
  type TopicQuery,
  tokenizeText,
} from '#rules/topics';
import type { PulledPage } from '../connector.js';

/**
 * Whether one of the topics may match a post. Its language is not known yet, so that this decides nothing; whatever
 * else the queries say holds, however wide the rule was that let the post pass.
 */
export function mayMatch(
  queries: readonly string[],
  network: string,
  { text, author }: PulledPage['mentions'][number],
): boolean {
  const document = {
    tokens: tokenizeText(text),
    author: author?.handle ?? author?.name ?? null,
    language: null,
    network,
  };
  return queries.some((source) => {
    const query = read(source);
    return query !== null && may(query, document);
  });
}

function may(query: TopicQuery, document: TopicDocument): boolean {
  switch (query.kind) {
    case 'and':
      return query.queries.every((member) => may(member, document));
    case 'or':
      return query.queries.some((member) => may(member, document));
    case 'not':
      return !surely(query.query, document);
    case 'language':
      return true;
    default:
      return matchTopicQuery(query, document);
  }
}

/** Whatever the language turns out to be. */
function surely(query: TopicQuery, document: TopicDocument): boolean {
  switch (query.kind) {
    case 'and':
      return query.queries.every((member) => surely(member, document));
    case 'or':
      return query.queries.some((member) => surely(member, document));
    case 'not':
      return !may(query.query, document);
    case 'language':
      return false;
    default:
      return matchTopicQuery(query, document);
  }
}

/** Queries hardly ever change, and posts come by the hundred. */
const known = new Map<string, TopicQuery | null>();
const MOST_KNOWN = 2000;

function read(source: string): TopicQuery | null {
  const before = known.get(source);
  if (before !== undefined) return before;
  const parsed = parseTopicQuery(source);
  const query = parsed.ok ? parsed.query : null;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(source, query);
  return query;
}
