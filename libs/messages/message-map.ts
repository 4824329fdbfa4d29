import type { Locale } from '#platform/contract';
import { countWords } from './message-words.js';

/**
 * The measure of a message map: three messages that can be said in nine seconds, in twenty-seven words in all, each with three
 * proofs (V. T. Covello, “Message mapping”, WHO 2002; from the length of quotes in the press and on air).
 */
export const MAP_MEASURE = { messages: 3, words: 27, seconds: 9, proofs: 3 } as const;

/** How long a wording is beside the measure. */
export interface SpokenLength {
  words: number;
  /** At three words a second, the pace that the measure supposes. */
  seconds: number;
  fits: boolean;
}

export function spokenLength(texts: readonly string[], language: Locale): SpokenLength {
  const words = texts.reduce((sum, text) => sum + countWords(text, language), 0);
  return {
    words,
    seconds: Math.round((words / (MAP_MEASURE.words / MAP_MEASURE.seconds)) * 10) / 10,
    fits: words <= MAP_MEASURE.words,
  };
}

/** The languages in which something is written: each has to be complete. */
export function languagesOf(messages: readonly { text: Readonly<Record<Locale, string>> }[]): Locale[] {
  return (['fr', 'en'] as const).filter((language) =>
    messages.some(({ text }) => text[language].trim() !== ''),
  );
}
