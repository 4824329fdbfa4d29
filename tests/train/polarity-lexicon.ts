import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { wordHash } from '../../libs/classification/model/feature-hash.js';

/** Polarity of words by their hash, about -2 to 2. */
export type PolarityLexicon = ReadonlyMap<number, number>;

/**
 * The words of the lists `AFINN-fr.json`, … of a folder, where one is given, and for English those of VADER. A word
 * that several languages share has the mean of its polarities. Only trainings read this: what is learned from it is
 * folded into the weights.
 */
export function polarityLexicon(languages: readonly string[], folder: string | undefined): PolarityLexicon {
  const found = new Map<number, number[]>();
  const note = (word: string, polarity: number) => {
    if (/[\s]/.test(word) || !/\p{L}{2}/u.test(word)) return;
    const hash = wordHash(word);
    found.set(hash, [...(found.get(hash) ?? []), polarity]);
  };
  if (folder !== undefined) {
    for (const language of languages) {
      const file = path.join(folder, `AFINN-${language}.json`);
      if (!existsSync(file)) continue;
      const words: Record<string, number> = JSON.parse(readFileSync(file, 'utf8'));
      for (const [word, polarity] of Object.entries(words)) note(word, Number(polarity) / 3);
    }
  }
  if (languages.includes('en')) {
    for (const line of readFileSync(vaderFile(), 'utf8').split('\n')) {
      const [word, polarity] = line.split('\t');
      if (word && /^[a-z]+$/.test(word)) note(word, Number(polarity) / 2.5);
    }
  }
  return new Map(
    [...found].map(([hash, all]) => [hash, all.reduce((sum, one) => sum + one, 0) / all.length]),
  );
}

function vaderFile(): string {
  const { resolve } = createRequire(import.meta.url);
  return path.join(path.dirname(resolve('vader-sentiment/package.json')), 'vader_lexicon.txt');
}
