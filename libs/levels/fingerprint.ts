/** Words below which a text is too short to be told apart from others: “thank you so much” is nobody's copy. */
const LEAST_WORDS = 5;
/** Texts whose fingerprints differ in no more than so many of 64 bits are copies. */
const MOST_DIFFERENT_BITS = 7;

/**
 * Fingerprint of a text: near-identical texts have fingerprints that differ in few bits (simhash over words and pairs
 * of words; Charikar, 2002). Links, handles, case, accents, punctuation and emoji do not count. Sixteen hexadecimal
 * digits; null for a text of fewer than five words.
 */
export function fingerprintOf(text: string): string | null {
  const words = wordsOf(text);
  if (words.length < LEAST_WORDS) return null;
  const votes = new Int32Array(64);
  let before = 0;
  for (const word of words) {
    const hash = hashOf(word, 0x811c9dc5);
    vote(votes, hash, 1);
    if (before !== 0) vote(votes, Math.imul(before ^ 0x9e3779b9, 0x85ebca6b) ^ hash, 2);
    before = hash;
  }
  let high = 0;
  let low = 0;
  for (let bit = 0; bit < 32; bit++) {
    if ((votes[bit] ?? 0) > 0) low |= 1 << bit;
    if ((votes[bit + 32] ?? 0) > 0) high |= 1 << bit;
  }
  return hex(high) + hex(low);
}

/** In how many of 64 bits two fingerprints differ. */
export function differentBits(a: string, b: string): number {
  return (
    ones(Number.parseInt(a.slice(0, 8), 16) ^ Number.parseInt(b.slice(0, 8), 16)) +
    ones(Number.parseInt(a.slice(8), 16) ^ Number.parseInt(b.slice(8), 16))
  );
}

/**
 * Groups what has (nearly) the same text; the first of a group is the first in the given order, and what has no
 * fingerprint stands alone. Compares only fingerprints that share one of eight bytes: with at most seven bits of
 * difference, copies always do.
 */
export function groupCopies<T extends { fingerprint: string | null }>(items: readonly T[]): T[][] {
  const groups: T[][] = [];
  const buckets = new Map<string, number[]>();
  for (const item of items) {
    const { fingerprint } = item;
    if (fingerprint === null) {
      groups.push([item]);
      continue;
    }
    const keys = Array.from(
      { length: 8 },
      (_, byte) => `${byte}${fingerprint.slice(byte * 2, byte * 2 + 2)}`,
    );
    const near = keys
      .flatMap((key) => buckets.get(key) ?? [])
      .filter((place) => isCopy(groups[place]?.[0]?.fingerprint ?? null, fingerprint));
    if (near.length > 0) {
      groups[Math.min(...near)]?.push(item);
      continue;
    }
    for (const key of keys) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(groups.length);
      else buckets.set(key, [groups.length]);
    }
    groups.push([item]);
  }
  return groups;
}

function isCopy(a: string | null, b: string): boolean {
  return a !== null && differentBits(a, b) <= MOST_DIFFERENT_BITS;
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/https?:\/\/\S+|@[\p{L}\p{N}_.]+/gu, ' ')
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** FNV-1a over UTF-16 units, with a last stir so that every bit depends on every letter. */
function hashOf(word: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return stirred(hash) | 1;
}

function stirred(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return hash ^ (hash >>> 16);
}

function vote(votes: Int32Array, hash: number, weight: number): void {
  const low = stirred(hash);
  const high = stirred(hash ^ 0x5bd1e995);
  for (let bit = 0; bit < 32; bit++) {
    votes[bit] = (votes[bit] ?? 0) + (low & (1 << bit) ? weight : -weight);
    votes[bit + 32] = (votes[bit + 32] ?? 0) + (high & (1 << bit) ? weight : -weight);
  }
}

function ones(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
