import { HARM_CATEGORIES, type HarmCategory } from './assessment.js';
import { tokenise } from './tokens.js';

/** Categories that are not harms: what a term says about evidence, wording, tone or intent, and the grammar terms. */
export const SIGNAL_CATEGORIES = [
  'evidence',
  'threat',
  'boycott',
  'insult',
  'legal',
  'positive',
  'negative',
  'question',
  'satisfied',
  'misguided',
  'rager',
  'satirist',
  'troll',
  'negation',
  'intensifier',
] as const;
export type SignalCategory = (typeof SIGNAL_CATEGORIES)[number];

export type LexiconCategory = HarmCategory | SignalCategory;
export const LEXICON_CATEGORIES: readonly LexiconCategory[] = [...HARM_CATEGORIES, ...SIGNAL_CATEGORIES];

export const LEXICON_LANGUAGES = ['fr', 'en'] as const;
export type LexiconLanguage = (typeof LEXICON_LANGUAGES)[number];

/**
 * One term that classification looks for.
 *
 * `term` is a word, a phrase, or either with `*` at the end of a word (`rembours*`). Accents and case do not matter.
 * `weight` is 1-10: how far the term alone speaks for its category. For a harm, 10 stands for the whole base of the
 * category and 5 for half of it; for evidence, wording and sentiment it is points of severity. A negative weight
 * takes away. A term of the category `none` is a harmless phrase ("mort de rire"): the words inside it count for nothing.
 */
export interface LexiconEntry {
  language: LexiconLanguage;
  category: LexiconCategory;
  term: string;
  weight: number;
}

export type LexiconTermCheck = { ok: true } | { ok: false; code: LexiconTermProblem };
export type LexiconTermProblem =
  | 'empty'
  | 'too-long'
  | 'too-many-words'
  | 'no-word'
  | 'wildcard-position'
  | 'prefix-too-short'
  | 'punctuation';

export const LONGEST_TERM = 120;
export const MOST_WORDS_IN_TERM = 10;
/** Shorter prefixes would match almost anything. */
export const SHORTEST_PREFIX = 3;

/** Says whether a term can be looked for, and if not why. */
export function validateLexiconTerm(term: string): LexiconTermCheck {
  const trimmed = term.trim();
  if (trimmed === '') return refuse('empty');
  if (trimmed.length > LONGEST_TERM) return refuse('too-long');
  if (/\*(?![\s]|$)|(^|[^\p{L}\p{M}\p{N}])\*/u.test(trimmed)) return refuse('wildcard-position');
  if (/[.!?;:,…\n()"«»“”@/]/u.test(trimmed)) return refuse('punctuation');
  const words = termWords(trimmed);
  if (words.length === 0) return refuse('no-word');
  if (words.length > MOST_WORDS_IN_TERM) return refuse('too-many-words');
  if (words.some((word) => word.prefix && word.norm.length < SHORTEST_PREFIX))
    return refuse('prefix-too-short');
  return { ok: true };
}

export interface TermWord {
  norm: string;
  prefix: boolean;
}

/** The words of a term, cut by the very rules that cut the texts. */
export function termWords(term: string): TermWord[] {
  return tokenise(term).map((token) => ({ norm: token.norm, prefix: term[token.end] === '*' }));
}

function refuse(code: LexiconTermProblem): LexiconTermCheck {
  return { ok: false, code };
}
