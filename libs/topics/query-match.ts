import { namesOfHandle, normaliseHandle } from './query-handle.js';
import { wordsOfHost } from './query-anchor.js';
import type { TextTokens } from './text-tokens.js';
import type { NearTerm, QueryWord, TopicQuery, WordsTerm } from './topic-query.js';

/** What a topic query looks at in a mention. */
export interface TopicDocument {
  tokens: TextTokens;
  /** The author's handle, with or without `@`; the name where a network has no handles. */
  author: string | null;
  /** ISO 639 code, or a language tag that begins with one (`fr-CA`); null when unknown. */
  language: string | null;
  network: string;
}

/** Whether a document matches a query: the reference that the index must agree with. */
export function matchTopicQuery(query: TopicQuery, document: TopicDocument): boolean {
  return matchesView(query, viewDocument(document));
}

/** A document with what several queries would otherwise each work out again. */
export interface DocumentView {
  words: readonly string[];
  wordSet: ReadonlySet<string>;
  hashtags: readonly string[];
  hosts: readonly string[];
  /** Names of the author and of everyone mentioned: see `namesOfHandle`. */
  names: readonly string[];
  language: string | null;
  network: string;
}

export function viewDocument({ tokens, author, language, network }: TopicDocument): DocumentView {
  const names = tokens.handles.flatMap(namesOfHandle);
  if (author !== null && author !== '') names.push(...namesOfHandle(normaliseHandle(author)));
  return {
    words: tokens.words,
    wordSet: new Set(tokens.words),
    hashtags: tokens.hashtags,
    hosts: tokens.hosts,
    names,
    language: language === null ? null : (language.toLowerCase().split(/[-_]/, 1)[0] ?? null),
    network: network.toLowerCase(),
  };
}

/** `matchTopicQuery` on a view that was made once for many queries. */
export function matchesView(query: TopicQuery, view: DocumentView): boolean {
  switch (query.kind) {
    case 'and':
      return query.queries.every((member) => matchesView(member, view));
    case 'or':
      return query.queries.some((member) => matchesView(member, view));
    case 'not':
      return !matchesView(query.query, view);
    case 'words':
      return hasWords(query.words, view);
    case 'site':
      return view.hosts.includes(query.host) || hasWords(wordsOfHost(query.host), view);
    case 'near':
      return hasNear(query, view);
    case 'hashtag':
      return hasToken(view.hashtags, query.tag, query.wild);
    case 'author':
      return hasToken(view.names, query.handle, query.wild);
    case 'language':
      return view.language === query.code;
    case 'network':
      return view.network === query.name;
  }
}

function hasToken(tokens: readonly string[], text: string, wild: boolean): boolean {
  return wild ? tokens.some((token) => token.startsWith(text)) : tokens.includes(text);
}

function hasWords(words: readonly QueryWord[], view: DocumentView): boolean {
  const [only] = words;
  if (only === undefined || !mayHaveWords(words, view)) return false;
  if (words.length > 1) return view.words.some((_, start) => isPhraseAt(words, view.words, start));
  return !only.wild || view.words.some((word) => word.startsWith(only.text));
}

function mayHaveWords(words: readonly QueryWord[], view: DocumentView): boolean {
  return words.every((word) => word.wild || view.wordSet.has(word.text));
}

function isPhraseAt(words: readonly QueryWord[], text: readonly string[], start: number): boolean {
  for (let offset = 0; offset < words.length; offset += 1) {
    const wanted = words[offset];
    const found = text[start + offset];
    if (wanted === undefined || found === undefined) return false;
    if (wanted.wild ? !found.startsWith(wanted.text) : found !== wanted.text) return false;
  }
  return true;
}

/** Where a term occurs: its first and last word. */
interface Occurrence {
  start: number;
  end: number;
}

function hasNear(near: NearTerm, view: DocumentView): boolean {
  const left = occurrences(near.left, view);
  if (left.length === 0) return false;
  const right = occurrences(near.right, view);
  return followsWithin(left, right, near.distance) || followsWithin(right, left, near.distance);
}

/** Every place of every term of a choice, in the order of their first words. */
function occurrences(terms: readonly WordsTerm[], view: DocumentView): Occurrence[] {
  const possible = terms.filter((term) => mayHaveWords(term.words, view));
  const found: Occurrence[] = [];
  for (let start = 0; possible.length > 0 && start < view.words.length; start += 1) {
    for (const { words } of possible) {
      if (isPhraseAt(words, view.words, start)) found.push({ start, end: start + words.length - 1 });
    }
  }
  return found;
}

/** Whether some `second` begins after the end of some `first` with at most `distance` words between them. */
function followsWithin(
  first: readonly Occurrence[],
  second: readonly Occurrence[],
  distance: number,
): boolean {
  return first.some(({ end }) => {
    const next = second[firstStartAfter(second, end)];
    return next !== undefined && next.start - end - 1 <= distance;
  });
}

/** Binary search: the index of the first occurrence that starts after a place. */
function firstStartAfter(sorted: readonly Occurrence[], place: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.start ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
