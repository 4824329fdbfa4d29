import { FUNCTION_WORDS } from '../function-words.js';
import type { TextFeatures } from './features.js';

/** Which words of a text are also in the wordings of an answer: the reason that people are given. */
export class WordReasons {
  private readonly stems: Set<number>[];

  constructor(texts: readonly TextFeatures[], examples: readonly { label: number }[], answers: number) {
    this.stems = Array.from({ length: answers }, () => new Set<number>());
    for (const [index, { words, stems }] of texts.entries()) {
      const known = this.stems[examples[index]?.label ?? 0];
      for (const [place, { folded }] of words.entries()) {
        if (tells(folded)) known?.add(stems[place] ?? 0);
      }
    }
  }

  /** As written, each once, in the order of the text. */
  wordsFor(label: number, { words, stems }: TextFeatures): string[] {
    const known = this.stems[label];
    const found = new Map<number, string>();
    for (const [place, { written, folded }] of words.entries()) {
      const stem = stems[place] ?? 0;
      if (known?.has(stem) && tells(folded) && !found.has(stem)) found.set(stem, written);
    }
    return [...found.values()];
  }
}

/** Whether a word says what a text is about. */
export function tells(folded: string): boolean {
  return folded.length > 1 && /\p{L}/u.test(folded) && !FUNCTION_WORDS.has(folded);
}
