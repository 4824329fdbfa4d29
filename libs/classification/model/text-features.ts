import { EMPTY, foldChar, isHigh, SYMBOL } from './char-fold.js';
import { finish, mix, step, WORD } from './feature-hash.js';
import { NEGATION_WORDS, WEIGHT_OF_GROUP } from './feature-groups.js';

/** Words, pictograms and marks of a text beyond this many UTF-16 units are not read by the models. */
export const MOST_UNITS = 1_200;
const MOST_WORDS = 600;
const MOST_FEATURES = 16_384;

/**
 * Reads the features that every measured model looks at, once for all of them, into arrays that are used again.
 *
 * Features are hashes (32 bits) of words, pairs of neighbouring words, words after a negation, hashtags, pictograms,
 * emoticons, marks, and of all runs of 2-4 characters within a word and its borders. Each has the group that says how
 * much it counts, and the word that it was read from, so that a judgement can be told in words.
 */
export class TextFeatures {
  readonly hashes = new Uint32Array(MOST_FEATURES);
  /** 0 words and marks, 1 runs of characters, 2 the words as words of the language (after `speak`). */
  readonly groups = new Uint8Array(MOST_FEATURES);
  readonly words = new Uint16Array(MOST_FEATURES);
  count = 0;
  /** Factor of each group: its weight over the root of its features, so that long and short texts compare. */
  readonly scale = new Float64Array(3);

  readonly starts = new Uint16Array(MOST_WORDS + 2);
  readonly ends = new Uint16Array(MOST_WORDS + 2);
  wordCount = 0;
  /** The hash of each word that is made of letters or digits, without links, handles, hashtags and marks. */
  readonly plainWords = new Uint32Array(MOST_WORDS + 2);
  plainCount = 0;
  /** UTF-16 units of the plain words. */
  plainUnits = 0;

  private readonly inGroup = new Uint32Array(2);
  private readonly letters = new Uint16Array(MOST_UNITS + 4);
  private previous = 0;
  private negated = 0;
  private links = 0;
  private handles = 0;
  private tags = 0;
  private shouted = 0;

  /** Another number for every text and language that is read. */
  stamp = 0;
  private stamps = 0;
  private textStamp = 0;
  private spokenStamp = 0;
  private spoken: string | undefined;
  private spokenCount = 0;
  private text: string | undefined;
  /** Features without those that `speak` adds. */
  private textCount = 0;

  /** Replaces what was read before; the same text again costs nothing. */
  read(text: string): this {
    if (text === this.text) {
      this.count = this.textCount;
      this.stamp = this.textStamp;
      return this;
    }
    this.text = text;
    this.spoken = undefined;
    this.count = 0;
    this.wordCount = 0;
    this.plainCount = 0;
    this.plainUnits = 0;
    this.inGroup.fill(0);
    this.previous = START;
    this.negated = 0;
    this.links = this.handles = this.tags = this.shouted = 0;
    this.walk(text, Math.min(text.length, MOST_UNITS));
    this.wholeText(text.length);
    this.textCount = this.count;
    this.stamps += 1;
    this.textStamp = this.stamp = this.stamps;
    const [words = 0, runs = 0, ofLanguage = 0] = WEIGHT_OF_GROUP;
    const perWord = 1 / Math.sqrt(Math.max(1, this.inGroup[0] ?? 0));
    this.scale[0] = words * perWord;
    this.scale[1] = runs / Math.sqrt(Math.max(1, this.inGroup[1] ?? 0));
    this.scale[2] = ofLanguage * perWord;
    return this;
  }

  /** Adds each word and mark once more as one of the language, for a table of several languages. */
  speak(language: string): this {
    if (language === this.spoken) {
      this.count = this.spokenCount;
      this.stamp = this.spokenStamp;
      return this;
    }
    let seed = LANGUAGE;
    for (let at = 0; at < language.length; at += 1) seed = step(seed, language.charCodeAt(at));
    this.count = this.textCount;
    for (let at = 0; at < this.textCount && this.count < MOST_FEATURES; at += 1) {
      if (this.groups[at] !== 0) continue;
      this.hashes[this.count] = mix(seed, this.hashes[at] ?? 0);
      this.groups[this.count] = 2;
      this.words[this.count] = this.words[at] ?? 0;
      this.count += 1;
    }
    this.spoken = language;
    this.spokenCount = this.count;
    this.stamps += 1;
    this.spokenStamp = this.stamp = this.stamps;
    return this;
  }

  private walk(text: string, end: number): void {
    let at = 0;
    while (at < end && this.wordCount < MOST_WORDS) {
      const code = text.charCodeAt(at);
      if (code <= 32 || code === NO_BREAK) {
        at += 1;
      } else if (code === AT) {
        const from = at;
        at = afterWord(text, at + 1, end);
        if (at > from + 1) this.handles += 1;
      } else if (code === HASH) {
        at = this.hashtag(text, at, end);
      } else if (isHigh(code)) {
        const point = text.codePointAt(at) ?? 0;
        const units = point > 0xffff ? 2 : 1;
        const folded = units === 2 && point < 0x1f000 ? EMPTY : SYMBOL;
        if (folded === SYMBOL) this.mark(mix(PICTOGRAM, point), at, at + units);
        at += units;
      } else {
        const folded = foldChar(code);
        if (folded === EMPTY) at += 1;
        else if (folded === SYMBOL) at = this.marks(text, at, end);
        else if (startsLink(text, at)) at = this.link(text, at, end);
        else at = this.word(text, at, end, false);
      }
    }
  }

  private link(text: string, at: number, end: number): number {
    this.links += 1;
    let after = at;
    while (after < end && text.charCodeAt(after) > 32) after += 1;
    return after;
  }

  /** The whole tag is a feature, and so are the words that capitals show in it. */
  private hashtag(text: string, at: number, end: number): number {
    let hash = TAG;
    let after = at + 1;
    while (after < end) {
      const folded = foldChar(text.charCodeAt(after));
      if (folded === SYMBOL && text.charCodeAt(after) !== UNDERSCORE) break;
      if (folded !== EMPTY && folded !== SYMBOL) hash = step(hash, folded);
      after += 1;
    }
    if (after === at + 1) return this.marks(text, at, end);
    this.tags += 1;
    this.mark(hash, at, after, false);
    let inside = at + 1;
    while (inside < after) inside = Math.max(inside + 1, this.word(text, inside, after, true));
    return after;
  }

  private word(text: string, at: number, end: number, inTag: boolean): number {
    const { letters } = this;
    let length = 0;
    let after = at;
    let run = 0;
    let stretched = false;
    let capitals = 0;
    let last = 0;
    let lastSmall = false;
    for (; after < end && length < LONGEST_WORD; after += 1) {
      const code = text.charCodeAt(after);
      if (isHigh(code)) break;
      const folded = foldChar(code);
      if (folded === EMPTY) continue;
      if (folded === SYMBOL) break;
      const capital = folded !== code && code < 0x250 && isCapital(code);
      if (inTag && capital && lastSmall) break;
      lastSmall = !capital;
      if (capital) capitals += 1;
      run = folded === last ? run + 1 : 1;
      last = folded;
      if (run > 2) {
        stretched = stretched || folded !== DIGIT;
        continue;
      }
      letters[1 + length] = folded;
      length += 1;
    }
    if (length === 0) return after;
    this.addWord(length, at, after, stretched, capitals > 2 && capitals >= length, inTag);
    return after;
  }

  private addWord(
    length: number,
    start: number,
    end: number,
    stretched: boolean,
    shouted: boolean,
    inTag: boolean,
  ): void {
    const { letters } = this;
    const index = this.begin(start, end);
    let hash = WORD;
    for (let at = 1; at <= length; at += 1) hash = step(hash, letters[at] ?? 0);
    hash = finish(hash);
    this.add(hash, 0, index);
    if (!inTag && letters[1] !== DIGIT) {
      this.plainWords[this.plainCount] = hash;
      this.plainCount += 1;
      this.plainUnits += length;
    }
    if (shouted) this.shouted += 1;
    if (stretched) this.add(mix(STRETCHED, 1), 0, index);
    this.pairs(hash, index);
    if (this.negated > 0) {
      this.add(mix(NEGATED, hash), 0, index);
      this.negated -= 1;
    }
    if (NEGATION_WORDS.has(hash)) this.negated = NEGATION_REACH;
    letters[0] = BORDER;
    letters[length + 1] = BORDER;
    const stop = length + 2;
    for (let from = 0; from < stop - 1; from += 1) {
      let run = step(RUN, letters[from] ?? 0);
      const to = Math.min(stop, from + LONGEST_RUN);
      for (let at = from + 1; at < to; at += 1) {
        run = step(run, letters[at] ?? 0);
        this.add(finish(run), 1, index);
      }
    }
  }

  private pairs(hash: number, index: number): void {
    this.add(mix(Math.imul(this.previous, PAIR), hash), 0, index);
    this.previous = hash;
  }

  /** A run of marks: `!!`, `...`, `:)`, `<3`, `:D`. The first repetition counts, further ones do not. */
  private marks(text: string, at: number, end: number): number {
    let hash = MARKS;
    let after = at;
    let last = 0;
    let run = 0;
    let length = 0;
    for (; after < end; after += 1) {
      const code = text.charCodeAt(after);
      if (code <= 32 || isHigh(code) || code === HASH || code === AT) break;
      const folded = foldChar(code);
      if (folded === EMPTY) continue;
      if (folded !== SYMBOL) {
        if (length > 0 && length < 3 && EYES.has(last) && !isWordUnit(text, after + 1, end)) {
          hash = step(hash, folded);
          after += 1;
        }
        break;
      }
      run = code === last ? run + 1 : 1;
      last = code;
      if (run > 2 || length > 5) continue;
      hash = step(hash, code);
      length += 1;
    }
    if (after === at) return at + 1;
    this.mark(finish(hash), at, after);
    this.negated = 0;
    return after;
  }

  private mark(hash: number, start: number, end: number, paired = true): void {
    const index = this.begin(start, end);
    this.add(hash >>> 0, 0, index);
    if (paired) this.pairs(hash >>> 0, index);
  }

  private wholeText(length: number): void {
    const index = this.wordCount;
    this.pairs(START, index);
    this.add(mix(LINKS, Math.min(2, this.links)), 0, index);
    this.add(mix(HANDLES, Math.min(3, this.handles)), 0, index);
    this.add(mix(TAGS, Math.min(3, this.tags)), 0, index);
    this.add(mix(SHOUTED, Math.min(3, this.shouted)), 0, index);
    this.add(mix(LENGTH, Math.min(8, length >> 5)), 0, index);
  }

  private begin(start: number, end: number): number {
    const index = this.wordCount;
    this.starts[index] = start;
    this.ends[index] = end;
    this.wordCount = index + 1;
    return index;
  }

  private add(hash: number, group: 0 | 1, word: number): void {
    const { count } = this;
    if (count >= MOST_FEATURES) return;
    this.hashes[count] = hash;
    this.groups[count] = group;
    this.words[count] = word;
    this.inGroup[group] = (this.inGroup[group] ?? 0) + 1;
    this.count = count + 1;
  }
}

const LONGEST_RUN = 4;
const LONGEST_WORD = 40;
const NEGATION_REACH = 3;

/** Seed of the hash of a word that is denied. */
export const NEGATED = 0x7feb352d;
const [RUN, PAIR, STRETCHED, MARKS, PICTOGRAM, TAG, START] = [
  0x2c1b3c6d, 0x297a2d39, 0x68e31da4, 0x1b56c4e9, 0x45d9f3b, 0x3c6ef372, 0x5bd1e995,
];
const LANGUAGE = 0x1f83d9ab;
const [LINKS, HANDLES, TAGS, SHOUTED, LENGTH] = [0x5be0cd19, 0x137e2179, 0x6a09e667, 0x510e527f, 0x2545f491];
const [AT, HASH, UNDERSCORE, NO_BREAK, DIGIT, BORDER] = [64, 35, 95, 160, 48, 1];
/** `:D`, `;p`, `=p`, `:-p`, `<3` */
const EYES = new Set([58, 59, 61, 45, 60]);

function isCapital(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
}

function isWordUnit(text: string, at: number, end: number): boolean {
  if (at >= end) return false;
  const folded = foldChar(text.charCodeAt(at));
  return folded !== EMPTY && folded !== SYMBOL;
}

function afterWord(text: string, at: number, end: number): number {
  let after = at;
  while (after < end && (isWordUnit(text, after, end) || text.charCodeAt(after) === UNDERSCORE)) after += 1;
  return after;
}

/** `http`, with or without the rest of the address, and `www.` */
function startsLink(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 32;
  if (code === 104) return /^https?(?::\/\/|\b)/i.test(text.slice(at, at + 8));
  return code === 119 && text.slice(at, at + 4).toLowerCase() === 'www.';
}
