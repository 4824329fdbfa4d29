import type { Locale } from '#platform/contract';

/** A word of a text: folded for comparing, and where it stands in the text. */
export interface PlacedWord {
  /** Lower case, without accents. */
  word: string;
  /** Without the common endings of French and English. */
  stem: string;
  start: number;
  end: number;
  /** Which sentence of the text it stands in, from 0. */
  sentence: number;
}

const LINKS_AND_HANDLES = /https?:\/\/\S+|@[\p{L}\p{N}_.]+/giu;
const WORD_OR_END = /[\p{L}\p{N}\p{M}]+|[.!?;\n…]+/gu;
const ENDINGS = /(?:ements?|ments?|ations?|tions?|ings?|ees?|ies|ed|es|er|ez|e|s|x)$/;
/** What is left of a word when its ending is taken off has at least so many letters. */
const LEAST_STEM = 3;

/** The words of a post. An apostrophe or a hyphen parts words, so `l’eau` is found where `eau` is looked for. */
export function placedWords(text: string): PlacedWord[] {
  const bare = text.replace(LINKS_AND_HANDLES, (found) => ' '.repeat(found.length));
  const words: PlacedWord[] = [];
  let sentence = 0;
  for (const { 0: found, index } of bare.matchAll(WORD_OR_END)) {
    if (/^[.!?;\n…]/u.test(found)) {
      sentence += 1;
      continue;
    }
    const word = folded(found);
    if (word !== '')
      words.push({ word, stem: stemOf(word), start: index, end: index + found.length, sentence });
  }
  return words;
}

/** A word without its ending: `remboursés`, `remboursement` and `rembourser` are one, and `charges` and `charged`. */
export function stemOf(word: string): string {
  const bare = word.replace(ENDINGS, '');
  return bare.length >= LEAST_STEM ? bare : word;
}

/** What French elides before a vowel; `aujourd’hui`, `quelqu’un` and `prud’homme` are words of one piece. */
const ELISION = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=[\p{L}\p{N}])/giu;

/**
 * How many words a text has. In French an elision is a word of its own (`l’eau` is two, as in a dictation); in English a
 * contraction is one (`don’t`). What a hyphen joins is one word; a dash or a sign alone is none.
 */
export function countWords(text: string, language: Locale): number {
  const apart = language === 'fr' ? text.replace(ELISION, '$& ') : text;
  return apart.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

function folded(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}
