import { type LexiconCategory, type LexiconEntry, type LexiconLanguage, termWords } from './lexicon-entry.js';

/** One line of a seed lexicon: a category, the weight of the terms, and the terms with commas between them. */
export type SeedLine = readonly [category: LexiconCategory, weight: number, terms: string];

/** Opens the seed lines of a language into entries, each term once per category: the first stands
 * (spellings that only differ by accents or hyphens are one term). */
export function seedEntries(language: LexiconLanguage, lines: readonly SeedLine[]): LexiconEntry[] {
  const entries = new Map<string, LexiconEntry>();
  for (const [category, weight, terms] of lines) {
    for (const term of terms.split(',').map((part) => part.trim().replace(/\s+/g, ' '))) {
      if (term === '') continue;
      const key = `${category} ${JSON.stringify(termWords(term))}`;
      if (!entries.has(key)) entries.set(key, { language, category, term, weight });
    }
  }
  return [...entries.values()];
}
