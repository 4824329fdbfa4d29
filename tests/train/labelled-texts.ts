import { readFileSync } from 'node:fs';

export interface LabelledText {
  label: string;
  text: string;
}

/** Reads `label TAB text` lines; a line without a tab or without a label is refused with its number. */
export function readLabelled(file: string): LabelledText[] {
  const lines = readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
  return lines.flatMap((line, index) => {
    if (line === '') return [];
    const tab = line.indexOf('\t');
    if (tab <= 0) throw new Error(`${file}:${index + 1}: expected "label TAB text"`);
    return [{ label: line.slice(0, tab).trim(), text: line.slice(tab + 1) }];
  });
}
