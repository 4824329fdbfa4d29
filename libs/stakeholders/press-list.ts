import { MOST_TERMS } from '#contract/stakeholders';
import { CsvUnreadable, readCsvTable } from '#platform/csv';
import { invalidField } from '#platform/problem';
import { readTerm } from './attach-rule.js';
import { PRESS_COLUMNS } from './press-columns.js';

const MOST_LINES = 500;
const LONGEST = { name: 120, verifiedBy: 200 } as const;

/** A line of a list of press, read and checked. */
export interface PressLine {
  line: number;
  name: string;
  terms: string[];
  verifiedBy: string;
  errors: { column: string; detail: string }[];
}

/** The lines of a file. Throws a problem that names the line when it cannot be read. */
export function readPressList(bytes: Uint8Array): PressLine[] {
  try {
    const rows = readCsvTable(decode(bytes), PRESS_COLUMNS);
    if (rows.length === 0) throw new CsvUnreadable(1, 'there is no medium in it');
    if (rows.length > MOST_LINES) {
      throw new CsvUnreadable(rows[MOST_LINES]?.line ?? 1, `at most ${MOST_LINES} lines at a time`);
    }
    return rows.map(({ line, cells }) => readLine(line, cells));
  } catch (error) {
    if (!(error instanceof CsvUnreadable)) throw error;
    const { line, reason } = error;
    throw invalidField('file', 'press-file-unreadable', `line ${line}: ${reason}`, { line, reason });
  }
}

function readLine(line: number, cells: Partial<Record<(typeof PRESS_COLUMNS)[number], string>>): PressLine {
  const errors: PressLine['errors'] = [];
  const name = cells.name?.trim() ?? '';
  if (name === '') errors.push({ column: 'name', detail: 'is missing' });
  if (name.length > LONGEST.name) {
    errors.push({ column: 'name', detail: `is longer than ${LONGEST.name} characters` });
  }
  const verifiedBy = cells.verified_by?.trim() ?? '';
  if (verifiedBy === '') errors.push({ column: 'verified_by', detail: 'is missing: who checked this line?' });
  if (verifiedBy.length > LONGEST.verifiedBy) {
    errors.push({ column: 'verified_by', detail: `is longer than ${LONGEST.verifiedBy} characters` });
  }
  const terms = new Set<string>();
  for (const [column, kind] of [
    ['accounts', 'accounts'],
    ['domains', 'domain'],
  ] as const) {
    for (const part of (cells[column] ?? '').split(/[;\n]/)) {
      if (part.trim() === '') continue;
      const read = readTerm(kind, part);
      if ('term' in read) terms.add(read.term);
      else errors.push({ column, detail: `${part.trim().slice(0, 80)}: ${read.problem}` });
    }
  }
  if (terms.size === 0 && errors.length === 0) {
    errors.push({ column: 'accounts', detail: 'neither an account nor a domain is given' });
  }
  if (terms.size > MOST_TERMS) {
    errors.push({ column: 'accounts', detail: `more than ${MOST_TERMS} accounts and domains in one line` });
  }
  return { line, name, terms: [...terms].sort(), verifiedBy, errors };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CsvUnreadable(1, 'the file is not UTF-8');
  }
}
