import type { LexiconCategory, LexiconEntry, LexiconLanguage } from './lexicon-entry.js';

/** One line of a seed lexicon: a category, the weight of the terms, and the terms with commas between them. */
export type SeedLine = readonly [category: LexiconCategory, weight: number, terms: string];

/** Opens the seed lines of a language into entries, each term once per category. */
export function seedEntries(language: LexiconLanguage, lines: readonly SeedLine[]): LexiconEntry[] {
  const entries = new Map<string, LexiconEntry>();
  for (const [category, weight, terms] of lines) {
    for (const term of terms.split(',').map((part) => part.trim().replace(/\s+/g, ' '))) {
      if (term !== '') entries.set(`${category} ${term}`, { language, category, term, weight });
    }
  }
  return [...entries.values()];
}
