import type { Locale } from '#platform/contract';
import { type TextWord, textWords } from './text-words.js';

/** What a text is compared by: hashes of features, with repetitions, in two blocks that weigh the same. */
export interface TextFeatures {
  words: TextWord[];
  /** One for each of `words`, in order: the hash of its stem. */
  stems: number[];
  /** Stems, pairs of neighbours, and pairs with one word between. */
  wordBlock: number[];
  /** Runs of 3 and 4 letters within words: what is left of a word that is misspelt or inflected. */
  letterBlock: number[];
}

export function featuresOf(text: string, language: Locale): TextFeatures {
  const words = textWords(text, language);
  const stems = words.map(({ stem }) => hash(stem, STEM));
  const chain = [hash('', START), ...stems, hash('', END)];
  const wordBlock = [...stems];
  for (let index = 0; index + 1 < chain.length; index += 1) {
    wordBlock.push(join(chain[index] ?? 0, chain[index + 1] ?? 0, NEIGHBOURS));
    if (index + 2 < chain.length) wordBlock.push(join(chain[index] ?? 0, chain[index + 2] ?? 0, AROUND));
  }
  const letterBlock: number[] = [];
  for (const { folded } of words) addLetterRuns(letterBlock, ` ${folded} `);
  return { words, stems, wordBlock, letterBlock };
}

function addLetterRuns(block: number[], padded: string): void {
  for (let start = 0; start + 3 <= padded.length; start += 1) {
    let run = LETTERS;
    for (let at = start; at < Math.min(start + 4, padded.length); at += 1) {
      run = Math.imul(run ^ padded.charCodeAt(at), FNV_PRIME);
      if (at - start >= 2) block.push(finish(run));
    }
  }
}

/** FNV-1a (Fowler, Noll, Vo), 30 bits: among 100,000 features about five share a hash, which does no harm. */
const FNV_PRIME = 0x01000193;
const [STEM, NEIGHBOURS, AROUND, LETTERS, START, END] = [
  0x811c9dc5, 0x3c6ef372, 0x1b873593, 0x5bd1e995, 0x27d4eb2f, 0x165667b1,
];

function hash(text: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), FNV_PRIME);
  }
  return finish(value);
}

function join(a: number, b: number, seed: number): number {
  return finish(Math.imul(Math.imul(seed ^ a, 0x85ebca6b) ^ (b + 0x9e3779b9), 0xc2b2ae35));
}

function finish(value: number): number {
  let mixed = value ^ (value >>> 15);
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  mixed ^= mixed >>> 13;
  return mixed & 0x3fffffff;
}
