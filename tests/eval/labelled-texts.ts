import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface LabelledText {
  text: string;
  label: string;
}

const TEXT_HEADERS = ['text', 'utterance', 'query', 'question', 'sentence', 'wording'];
const LABEL_HEADERS = ['category', 'label', 'intent', 'class', 'answer'];

/** Rows of a CSV of texts and categories: quoted fields, blank lines, CRLF; the header, if any, tells the order. */
export function readCsv(content: string): LabelledText[] {
  const rows: string[][] = parse(content, {
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  return labelled(rows, { text: 0, label: 1 });
}

/** Rows of a TSV, label TAB text; nothing is quoted in it. */
export function readTsv(content: string): LabelledText[] {
  const rows = content
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t'))
    // One column alone is the text of an out-of-scope file.
    .map((cells) => (cells.length === 1 ? ['', ...cells] : cells));
  return labelled(rows, { text: 1, label: 0 });
}

function labelled(rows: string[][], usual: { text: number; label: number }): LabelledText[] {
  const header = (rows[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const named = {
    text: header.findIndex((cell) => TEXT_HEADERS.includes(cell)),
    label: header.findIndex((cell) => LABEL_HEADERS.includes(cell)),
  };
  const hasHeader = named.text >= 0 && named.label >= 0;
  const { text, label } = hasHeader ? named : usual;
  return rows
    .slice(hasHeader ? 1 : 0)
    .map((row) => ({ text: (row[text] ?? '').trim(), label: (row[label] ?? '').trim() }))
    .filter((row) => row.text !== '');
}

/** The first of the names that the folder holds, read by its ending; null when there is none. */
export function readFirst(folder: string, names: readonly string[]): LabelledText[] | null {
  for (const name of names) {
    const file = path.join(folder, name);
    if (!existsSync(file)) continue;
    const content = readFileSync(file, 'utf8');
    return name.endsWith('.csv') ? readCsv(content) : readTsv(content);
  }
  return null;
}

/** A fixed fifth of each label apart, after a shuffle with a fixed seed. */
export function holdOutFifth(all: readonly LabelledText[]): { train: LabelledText[]; test: LabelledText[] } {
  const random = seededRandom(7);
  const train: LabelledText[] = [];
  const test: LabelledText[] = [];
  const groups = new Map<string, LabelledText[]>();
  for (const example of all) {
    const group = groups.get(example.label);
    if (group) group.push(example);
    else groups.set(example.label, [example]);
  }
  for (const group of groups.values()) {
    shuffle(group, random).forEach((example, index) => (index % 5 === 0 ? test : train).push(example));
  }
  return { train, test };
}

/** Numbers of [0, 1), always the same for a seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const shuffled = [...items];
  for (let index = shuffled.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [shuffled[index], shuffled[other]] = [shuffled[other] as T, shuffled[index] as T];
  }
  return shuffled;
}
