import type { Locale } from '#platform/contract';

/** A word as it stands in the text, folded (lower case, without accents), and its stem. */
export interface TextWord {
  written: string;
  folded: string;
  stem: string;
}

/** Words beyond this many add nothing but time. */
const MOST_WORDS = 200;

const LINK = /https?:\/\/\S+|www\.\S+/giu;
const ACCOUNT = /[@＠][\p{L}\p{N}_][\p{L}\p{N}_.@-]*/gu;
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’][\p{L}\p{M}]+)*|\p{N}+/gu;

/** The words of a text in order, without links and accounts; numbers are kept, they can make a question. */
export function textWords(text: string, language: Locale): TextWord[] {
  const plain = text.replace(LINK, ' ').replace(ACCOUNT, ' ');
  const words: TextWord[] = [];
  for (const [written] of plain.matchAll(WORD)) {
    for (const part of parts(written, language)) {
      const folded = fold(part);
      if (folded.length === 0 || folded.length > 60) continue;
      words.push({ written: part, folded, stem: stemOf(folded, language) });
      if (words.length === MOST_WORDS) return words;
    }
  }
  return words;
}

/** French elides before an apostrophe (l’été, qu’il): two words. English contracts (can’t): one. */
function parts(written: string, language: Locale): string[] {
  return language === 'fr' ? written.split(/['’]/u) : [written.replaceAll('’', "'")];
}

export function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '')
    .toLowerCase();
}

/**
 * A light stem: endings of number, gender and the commonest verb forms. It need not be a word; it only has to bring
 * forms of one word together without bringing others with them.
 */
export function stemOf(word: string, language: Locale): string {
  if (word.length < 4) return word;
  return language === 'fr' ? frenchStem(word) : englishStem(word);
}

function englishStem(word: string): string {
  let stem = word.replace(/ies$/, 'y').replace(/(ss|us|is)$|s$/, (_, kept: string | undefined) => kept ?? '');
  if (stem.length > 5) stem = stem.replace(/(ing|ed)$/, '');
  if (stem.length > 4 && /([^lsz])\1$/.test(stem)) stem = stem.slice(0, -1);
  return stem.length > 4 ? stem.replace(/e$/, '') : stem;
}

function frenchStem(word: string): string {
  let stem = word.replace(/aux$/, 'al').replace(/[sx]$/, '');
  if (stem.length > 5) {
    stem = stem.replace(/(issements?|ements?|ment|ations?|ition|ances?|ences?|antes?|ant|euse|eur)$/, '');
  }
  if (stem.length > 4) stem = stem.replace(/(erai|eront|aient|ait|iez|ons|ez|er|ir|re|ees?|ee|es|ent)$/, '');
  if (stem.length > 3) stem = stem.replace(/[eia]$/, '');
  return stem.length > 3 && /(.)\1$/.test(stem) ? stem.slice(0, -1) : stem;
}
