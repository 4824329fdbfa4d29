import {
  type LexiconCategory,
  type LexiconEntry,
  SHORTEST_PREFIX,
  type TermWord,
  termWords,
  validateLexiconTerm,
} from './lexicon-entry.js';
import type { Token } from './tokens.js';

/** A lexicon made ready for matching: one trie of words per language, and one of all languages together. */
export interface CompiledLexicon {
  readonly languages: ReadonlyMap<string, TermNode>;
  /** For texts whose language could not be told: a term of either language is a sign all the same. */
  readonly undetermined: TermNode;
  /** Entries that were left out because their term cannot be looked for. */
  readonly refused: readonly LexiconEntry[];
}

/** A term found in a text, from token `first` to token `last`, both included. */
export interface TermMatch {
  category: LexiconCategory;
  weight: number;
  first: number;
  last: number;
}

export function compileLexicon(entries: readonly LexiconEntry[]): CompiledLexicon {
  const languages = new Map<string, TermNode>();
  const undetermined = newNode();
  const refused: LexiconEntry[] = [];
  for (const entry of entries) {
    if (!validateLexiconTerm(entry.term).ok) {
      refused.push(entry);
      continue;
    }
    let root = languages.get(entry.language);
    if (!root) languages.set(entry.language, (root = newNode()));
    const words = termWords(entry.term);
    insert(root, words, entry);
    insert(undetermined, words, entry);
  }
  return { languages, undetermined, refused };
}

/** Every term of the lexicon found in the tokens, in order of place; a phrase does not reach over punctuation. */
export function matchTerms(root: TermNode, tokens: readonly Token[]): TermMatch[] {
  const matches: TermMatch[] = [];
  for (let first = 0; first < tokens.length; first += 1) follow(root, tokens, first, first, matches);
  return matches;
}

export interface TermNode {
  words: Map<string, TermNode>;
  /** Prefixes under their first letters, so that a token is held against few of them. */
  prefixes: Map<string, { prefix: string; node: TermNode }[]> | null;
  meanings: { category: LexiconCategory; weight: number }[];
}

function newNode(): TermNode {
  return { words: new Map(), prefixes: null, meanings: [] };
}

function insert(root: TermNode, words: readonly TermWord[], entry: LexiconEntry): void {
  let node = root;
  for (const word of words) node = word.prefix ? prefixChild(node, word.norm) : wordChild(node, word.norm);
  const same = node.meanings.find((meaning) => meaning.category === entry.category);
  if (!same) node.meanings.push({ category: entry.category, weight: entry.weight });
  else if (Math.abs(entry.weight) > Math.abs(same.weight)) same.weight = entry.weight;
}

function wordChild(node: TermNode, norm: string): TermNode {
  let child = node.words.get(norm);
  if (!child) node.words.set(norm, (child = newNode()));
  return child;
}

function prefixChild(node: TermNode, prefix: string): TermNode {
  node.prefixes ??= new Map();
  const key = prefix.slice(0, SHORTEST_PREFIX);
  let bucket = node.prefixes.get(key);
  if (!bucket) node.prefixes.set(key, (bucket = []));
  let found = bucket.find((candidate) => candidate.prefix === prefix);
  if (!found) bucket.push((found = { prefix, node: newNode() }));
  return found.node;
}

function follow(
  node: TermNode,
  tokens: readonly Token[],
  first: number,
  at: number,
  matches: TermMatch[],
): void {
  const token = tokens[at];
  if (!token || token.clause !== tokens[first]?.clause) return;
  step(node, token.norm, tokens, first, at, matches);
  if (token.alt !== undefined) step(node, token.alt, tokens, first, at, matches);
}

function step(
  node: TermNode,
  norm: string,
  tokens: readonly Token[],
  first: number,
  at: number,
  matches: TermMatch[],
): void {
  const exact = node.words.get(norm);
  if (exact) arrive(exact, tokens, first, at, matches);
  if (!node.prefixes || norm.length < SHORTEST_PREFIX) return;
  const bucket = node.prefixes.get(norm.slice(0, SHORTEST_PREFIX));
  if (!bucket) return;
  for (const { prefix, node: child } of bucket) {
    if (norm.startsWith(prefix)) arrive(child, tokens, first, at, matches);
  }
}

function arrive(
  node: TermNode,
  tokens: readonly Token[],
  first: number,
  at: number,
  matches: TermMatch[],
): void {
  for (const { category, weight } of node.meanings) matches.push({ category, weight, first, last: at });
  if (node.words.size > 0 || node.prefixes) follow(node, tokens, first, at + 1, matches);
}
