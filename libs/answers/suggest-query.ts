import { FUNCTION_WORDS } from './function-words.js';

/** Words beyond this many add nothing to a search but time. */
const MOST_WORDS = 60;

/**
 * The distinct words of a post that say what it is about, in the order of the text and as written there: no links, no
 * @accounts, no numbers alone, nothing of one letter, no function words.
 */
export function wordsOf(text: string): string[] {
  const plain = text.replace(/https?:\/\/\S+/giu, ' ').replace(/[@＠][\p{L}\p{N}_.@-]+/gu, ' ');
  const seen = new Set<string>();
  const words: string[] = [];
  for (const [word] of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    const folded = word.normalize('NFC').toLocaleLowerCase('fr');
    if (folded.length < 2 || folded.length > 60 || !/\p{L}/u.test(folded) || seen.has(folded)) continue;
    seen.add(folded);
    if (FUNCTION_WORDS.has(folded.normalize('NFD').replace(/\p{M}/gu, ''))) continue;
    words.push(word.normalize('NFC'));
    if (words.length === MOST_WORDS) break;
  }
  return words;
}

/** Words typed into a search box, in order; the last one is still being typed. */
export function searchWords(search: string): string[] {
  return Array.from(search.matchAll(/[\p{L}\p{N}]+/gu), ([word]) =>
    word.normalize('NFC').toLocaleLowerCase('fr'),
  ).slice(0, 20);
}

/** How much a word tells, as its inverse document frequency: 1 when one answer has it, next to nothing when all do. */
export function rarity(answersWithWord: number, answers: number): number {
  return 1 - Math.log(Math.max(1, answersWithWord)) / Math.log(Math.max(answersWithWord, answers) + 1);
}

export interface Fit {
  /** Sum over the words found of their rank in the answer times their rarity. */
  words: number;
  topicMatches: boolean;
  timesUsed: number;
}

/**
 * One rare word of the question or of its wordings is just enough (0.49 at least, with ts_rank and WEIGHTS); one word
 * of the answer's text alone is not.
 */
export const FLOOR = 0.45;

/** Beside a good fit, what reaches less than this share of it only distracts. */
const TAIL = 0.4;

/** The suggestions worth showing, best first. */
export function withoutTail<T extends { score: number }>(suggestions: readonly T[]): T[] {
  const ordered = [...suggestions].sort((a, b) => b.score - a.score);
  return ordered.filter((suggestion) => suggestion.score >= TAIL * (ordered[0]?.score ?? 0));
}

/** What a word weighs by where it stands, in the order of ts_rank: D (unused), C text, B wordings, A question. */
export const WEIGHTS = [0, 0.3, 0.8, 1] as const;

/** The figure that orders suggestions, or null below the floor: neither topic nor habit makes a fit out of nothing. */
export function score(fit: Fit): number | null {
  if (fit.words < FLOOR) return null;
  const topic = fit.topicMatches ? 1.25 : 1;
  const habit = 1 + Math.min(0.2, 0.05 * Math.log1p(fit.timesUsed));
  return Math.round(fit.words * topic * habit * 10_000) / 10_000;
}
