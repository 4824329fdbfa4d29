import { EMPTY, foldChar, SYMBOL } from './char-fold.js';

/** The hash that a word of the text gets, for the words of negation and for lexicons at training. */
export function wordHash(word: string): number {
  let hash = WORD;
  let last = 0;
  let run = 0;
  for (let at = 0; at < word.length; at += 1) {
    const folded = foldChar(word.charCodeAt(at));
    if (folded === EMPTY || folded === SYMBOL) continue;
    run = folded === last ? run + 1 : 1;
    last = folded;
    if (run <= 2) hash = step(hash, folded);
  }
  return finish(hash);
}

/** Where the hash of a word begins. */
export const WORD = 0x811c9dc5;

export function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

export function mix(seed: number, value: number): number {
  return finish(Math.imul(seed ^ value, 0x85ebca6b) ^ (value >>> 9));
}

export function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
