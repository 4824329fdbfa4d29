import type { QueryWord, TopicQuery } from './topic-query.js';

/** A token that the index can look up in a document. */
export type Anchor =
  | { kind: 'word' | 'hashtag' | 'author'; text: string; wild: boolean }
  | { kind: 'host' | 'language' | 'network'; text: string };

/** A set of anchors of which every matching document has at least one, and how often that is to be expected. */
export interface Anchors {
  anchors: Anchor[];
  /** Relative frequency, without unit: the sum over the anchors. */
  cost: number;
}

/** In how many queries each word stands: a word that many queries share says little about any of them. */
export type WordUses = ReadonlyMap<string, number>;

/** Counts the words of queries, each once per query. */
export function countWordUses(queries: readonly TopicQuery[]): WordUses {
  const uses = new Map<string, number>();
  for (const query of queries) {
    for (const word of new Set(wordsOf(query))) uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  return uses;
}

/**
 * The rarest set of anchors of a query; null when a document without any particular token could match, which is what
 * makes a query "only negations".
 */
export function chooseAnchors(query: TopicQuery, uses: WordUses = NO_USES, negated = false): Anchors | null {
  switch (query.kind) {
    case 'not':
      return chooseAnchors(query.query, uses, !negated);
    case 'and':
      // The opposite of "all of these" is "one of these missing".
      return negated ? everyOne(query.queries, uses, negated) : rarest(query.queries, uses, negated);
    case 'or':
      return negated ? rarest(query.queries, uses, negated) : everyOne(query.queries, uses, negated);
    default:
      return negated ? null : anchorsOfTerm(query, uses);
  }
}

type Term = Exclude<TopicQuery, { kind: 'and' | 'or' | 'not' }>;

function anchorsOfTerm(term: Term, uses: WordUses): Anchors {
  switch (term.kind) {
    case 'words':
      return rarestWord(term.words, uses);
    case 'site': {
      const name = rarestWord(wordsOfHost(term.host), uses);
      return { anchors: [{ kind: 'host', text: term.host }, ...name.anchors], cost: 0.5 + name.cost };
    }
    case 'near': {
      const left = union(term.left.map(({ words }) => rarestWord(words, uses)));
      const right = union(term.right.map(({ words }) => rarestWord(words, uses)));
      return left.cost <= right.cost ? left : right;
    }
    case 'hashtag':
      return { anchors: [{ kind: 'hashtag', text: term.tag, wild: term.wild }], cost: term.wild ? 2 : 0.5 };
    case 'author':
      return { anchors: [{ kind: 'author', text: term.handle, wild: term.wild }], cost: term.wild ? 2 : 0.5 };
    case 'language':
      return { anchors: [{ kind: 'language', text: term.code }], cost: 1000 };
    case 'network':
      return { anchors: [{ kind: 'network', text: term.name }], cost: 1000 };
  }
}

/** The words of a site's name when it is written in a text rather than linked. */
export function wordsOfHost(host: string): QueryWord[] {
  return host.split(/[.-]+/).map((text) => ({ text, wild: false }));
}

function rarest(queries: readonly TopicQuery[], uses: WordUses, negated: boolean): Anchors | null {
  let best: Anchors | null = null;
  for (const query of queries) {
    const candidate = chooseAnchors(query, uses, negated);
    if (candidate !== null && (best === null || candidate.cost < best.cost)) best = candidate;
  }
  return best;
}

function everyOne(queries: readonly TopicQuery[], uses: WordUses, negated: boolean): Anchors | null {
  const members: Anchors[] = [];
  for (const query of queries) {
    const anchors = chooseAnchors(query, uses, negated);
    if (anchors === null) return null;
    members.push(anchors);
  }
  return union(members);
}

function union(members: readonly Anchors[]): Anchors {
  return {
    anchors: members.flatMap((member) => member.anchors),
    cost: members.reduce((sum, member) => sum + member.cost, 0),
  };
}

function rarestWord(words: readonly QueryWord[], uses: WordUses): Anchors {
  let best: { word: QueryWord; cost: number } | undefined;
  for (const word of words) {
    const cost = costOf(word) * (1 + Math.log2(uses.get(word.text) ?? 1));
    if (best === undefined || cost < best.cost) best = { word, cost };
  }
  if (best === undefined) return { anchors: [], cost: 0 };
  return { anchors: [{ kind: 'word', text: best.word.text, wild: best.word.wild }], cost: best.cost };
}

const NO_USES: WordUses = new Map();

function wordsOf(query: TopicQuery): string[] {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.queries.flatMap(wordsOf);
    case 'not':
      return wordsOf(query.query);
    case 'near':
      return [...query.left, ...query.right].flatMap(wordsOf);
    case 'words':
      return query.words.map((word) => word.text);
    default:
      return [];
  }
}

/** Longer words are rarer: expected frequency by length, from 0 letters up. Only the order matters. */
const COST_BY_LENGTH = [100, 40, 25, 10, 5, 3, 2, 1.5, 1.2];
const LONG_WORD_COST = 1;
const COMMON_WORD_COST = 60;

function costOf(word: QueryWord): number {
  const byLength = COST_BY_LENGTH[word.text.length] ?? LONG_WORD_COST;
  if (word.wild) return byLength * 3;
  return COMMON_WORDS.has(word.text) ? COMMON_WORD_COST : byLength;
}

const COMMON_WORDS = new Set(
  (
    'a ai au aux avec avez bien c ca car ce ces cette comme dans de des deja donc du elle en encore est et etait etre ' +
    'eu fait faire il ils j jamais je jour la le les leur lui ma mais me meme merci mes moi mon ne nos notre nous on ont ' +
    'ou par pas plus pour pourquoi qu quand que qui quoi rien sa sans se ses si son sont sur ta te tes toi ton tous tout ' +
    'toute toujours tres tu un une vos votre vous y ' +
    'about after all am an and any are as at back be because been but by can could did do does dont for from get got ' +
    'had has have he her here him his how i if im in into is it its ive just know like me more my need no not now of ' +
    'on one only or our out please really she so some still thank thanks that the their them then there they this ' +
    'time to today up us very was we were what when where which who why will with would you your https http com www'
  ).split(' '),
);
