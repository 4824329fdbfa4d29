/** A stretch of a text, `marked` when it is one of the words looked for. Joined, the stretches are the text. */
export interface Stretch {
  text: string;
  marked: boolean;
}

/**
 * Cuts a text where the words stand in it, whatever their case, and never inside a longer word. Overlapping finds
 * become one stretch.
 */
export function highlight(text: string, words: readonly string[]): Stretch[] {
  const ranges = words.flatMap((word) => occurrences(text, word)).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const stretches: Stretch[] = [];
  let at = 0;
  const add = (end: number, marked: boolean) => {
    if (end > at) stretches.push({ text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const [start, end] of merge(ranges)) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return stretches;
}

type Range = readonly [start: number, end: number];

function occurrences(text: string, word: string): Range[] {
  const wanted = word.trim();
  if (wanted === '') return [];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${wanted.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return Array.from(text.matchAll(pattern), (match) => [match.index, match.index + match[0].length]);
}

function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last && range[0] <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])];
    else merged.push(range);
  }
  return merged;
}
