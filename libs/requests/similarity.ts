/** What two mentions are compared by. */
export interface MentionFeatures {
  /** Normalised words, each once. */
  words: ReadonlySet<string>;
  /** Pieces of five letters of the text without spaces, for texts that are copied with small changes. */
  shingles: ReadonlySet<string>;
}

/** In how many of a number of recent mentions each word stands: common words say little. */
export interface Background {
  size: number;
  withWord: ReadonlyMap<string, number>;
}

/** From here on a mention is shown as similar, and from here on it is ticked (measured: decision record 11). */
export const SHOWN_FROM = 0.4;
export const TICKED_FROM = 0.55;

const STEM_LENGTH = 6;
const SHINGLE_LENGTH = 5;
const MOST_WORDS = 80;

/**
 * Words in lower case without accents, cut to six letters: a stem good enough for French and English (truncation as in
 * McNamee and Mayfield, “Character n-gram tokenization”, 2004). Links, @accounts and numbers alone say nothing.
 */
export function featuresOf(text: string): MentionFeatures {
  const plain = plainText(text);
  const words = new Set<string>();
  for (const [word] of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (word.length < 2 || !/\p{L}/u.test(word)) continue;
    words.add(word.slice(0, STEM_LENGTH));
    if (words.size === MOST_WORDS) break;
  }
  const letters = Array.from(plain.replace(/[^\p{L}\p{N}]+/gu, '').slice(0, 600));
  const shingles = new Set<string>();
  for (let start = 0; start + SHINGLE_LENGTH <= letters.length; start += 1) {
    shingles.add(letters.slice(start, start + SHINGLE_LENGTH).join(''));
  }
  return { words, shingles };
}

export function backgroundOf(mentions: readonly MentionFeatures[]): Background {
  const withWord = new Map<string, number>();
  for (const { words } of mentions) {
    for (const word of words) withWord.set(word, (withWord.get(word) ?? 0) + 1);
  }
  return { size: mentions.length, withWord };
}

/**
 * How much two mentions ask the same, 0 to 1: the larger of the cosine of their words, each weighing its inverse document
 * frequency, and the share of letter pieces that they have in common (Broder's resemblance). Symmetric; 1 for the same
 * text; 0 when they share nothing.
 */
export function similarity(a: MentionFeatures, b: MentionFeatures, background: Background): number {
  return Math.max(cosine(a.words, b.words, background), resemblance(a.shingles, b.shingles));
}

/** What a word weighs: much when few mentions have it. Smoothed, so that an unknown word does not outweigh all others. */
export function weightOf(word: string, { size, withWord }: Background): number {
  return Math.log(1 + (size + 5) / ((withWord.get(word) ?? 0) + 1));
}

/** The words of a mention that tell most, as they are written, to look others up by; rarest first. */
export function tellingWords(text: string, background: Background, most: number): string[] {
  const byStem = new Map<string, string>();
  for (const [word] of plainText(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    const stem = word.slice(0, STEM_LENGTH);
    if (word.length >= 3 && /\p{L}/u.test(word) && !byStem.has(stem)) byStem.set(stem, word);
  }
  return [...byStem]
    .map(([stem, word]) => ({ word, weight: weightOf(stem, background) }))
    .sort((a, b) => b.weight - a.weight || b.word.length - a.word.length)
    .slice(0, most)
    .map(({ word }) => word);
}

function cosine(a: ReadonlySet<string>, b: ReadonlySet<string>, background: Background): number {
  const square = (word: string) => weightOf(word, background) ** 2;
  const sum = (words: Iterable<string>) => [...words].sort().reduce((total, word) => total + square(word), 0);
  const shared = [...a].filter((word) => b.has(word));
  if (shared.length === 0) return 0;
  return Math.min(1, sum(shared) / Math.sqrt(sum(a) * sum(b)));
}

function resemblance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const piece of a) if (b.has(piece)) shared += 1;
  return shared / (a.size + b.size - shared);
}

function plainText(text: string): string {
  return text
    .replace(/https?:\/\/\S+/giu, ' ')
    .replace(/[@＠][\p{L}\p{N}_.@-]+/gu, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
}
