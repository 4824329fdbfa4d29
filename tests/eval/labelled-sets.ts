import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type LabelledText, readLabelled } from '../train/labelled-texts.js';

export interface LabelledSet {
  /** The folder below the one that was asked for; its own name where it is that one. */
  name: string;
  file: string;
  texts: LabelledText[];
}

/** The sets of a folder: its `test.tsv` or else its `val.tsv`, or those of the folders below it. */
export function labelledSets(directory: string): LabelledSet[] {
  const found = setsBelow(path.resolve(directory), '', 3);
  if (found.length === 0) {
    throw new Error(`${directory}: neither it nor a folder below it has a test.tsv or a val.tsv`);
  }
  return found;
}

function setsBelow(root: string, below: string, depth: number): LabelledSet[] {
  const folder = path.join(root, below);
  if (!existsSync(folder)) throw new Error(`${folder}: there is no such folder`);
  for (const file of ['test.tsv', 'val.tsv']) {
    const whole = path.join(folder, file);
    if (existsSync(whole)) return [{ name: below || path.basename(root), file, texts: readLabelled(whole) }];
  }
  if (depth === 0) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .flatMap((name) => setsBelow(root, path.join(below, name), depth - 1));
}

/** ISO 639-1 code of a set whose folder is named for a language, in English or by its code. */
export function languageOfSet(name: string): string | undefined {
  const last = path.basename(name).toLowerCase();
  return NAMES[last] ?? (Object.values(NAMES).includes(last) ? last : undefined);
}

const NAMES: Record<string, string> = {
  arabic: 'ar',
  english: 'en',
  french: 'fr',
  german: 'de',
  hindi: 'hi',
  italian: 'it',
  portuguese: 'pt',
  spanish: 'es',
};
