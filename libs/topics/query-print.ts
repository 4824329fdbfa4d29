import { tokenizeText } from './text-tokens.js';
import type { QueryWord, TopicQuery, WordsTerm } from './topic-query.js';

/**
 * The query in canonical form: English operators, every AND written, no parentheses that precedence makes idle.
 * Reading it back gives the same query; it may be longer than its source, though, so keep the source.
 */
export function printTopicQuery(query: TopicQuery): string {
  switch (query.kind) {
    case 'or':
      return query.queries.map(printTopicQuery).join(' OR ');
    case 'and':
      return query.queries.map((member) => printInside(member, member.kind === 'or')).join(' AND ');
    case 'not':
      return `NOT ${printInside(query.query, query.query.kind === 'or' || query.query.kind === 'and')}`;
    case 'near':
      return `${printChoice(query.left)} near/${query.distance} ${printChoice(query.right)}`;
    case 'words':
      return printWords(query);
    case 'site':
      return query.host;
    case 'hashtag':
      return `#${query.tag}${star(query.wild)}`;
    case 'author':
      return printAuthor(query.handle, query.wild);
    case 'language':
      return `lang:${query.code}`;
    case 'network':
      return `network:${query.name}`;
  }
}

function printInside(query: TopicQuery, grouped: boolean): string {
  return grouped ? `(${printTopicQuery(query)})` : printTopicQuery(query);
}

function printChoice(terms: readonly WordsTerm[]): string {
  const printed = terms.map(printWords).join(' OR ');
  return terms.length > 1 ? `(${printed})` : printed;
}

function printWords({ words }: WordsTerm): string {
  const printed = words.map(printWord).join(' ');
  return words.length > 1 ? `"${printed}"` : printed;
}

function printWord(word: QueryWord): string {
  return `${word.text}${star(word.wild)}`;
}

/** A name that is not a plain handle, as the author of an article may have, needs its quotation marks. */
function printAuthor(handle: string, wild: boolean): string {
  const plain = tokenizeText(`@${handle}`).handles[0] === handle;
  return plain ? `@${handle}${star(wild)}` : `author:"${handle}${star(wild)}"`;
}

function star(wild: boolean): string {
  return wild ? '*' : '';
}
