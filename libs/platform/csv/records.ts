import { CsvError, parse } from 'csv-parse/sync';
import { cellValue } from './cell.js';

/** A text is no CSV; `line` is where, `reason` is plain English. */
export class CsvUnreadable extends Error {
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`line ${line}: ${reason}`);
  }
}

export interface CsvRecord {
  /** On which it begins; a cell may hold line breaks. */
  line: number;
  cells: string[];
}

/** The records of a CSV text with commas, semicolons or tabs; empty lines are left out. Throws `CsvUnreadable`. */
export function readCsvRecords(text: string): CsvRecord[] {
  let records: string[][];
  try {
    records = parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CsvUnreadable(Number((error as { lines?: number }).lines ?? 1), error.message);
  }
  let line = 0;
  return records.flatMap((cells) => {
    const begins = line + 1;
    line += cells.reduce((lines, cell) => lines + cell.split('\n').length - 1, 1);
    return cells.length === 1 && cells[0]?.trim() === '' ? [] : [{ line: begins, cells }];
  });
}

/** The one of the usual three that stands most often in the first line. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

/**
 * The rows of a table whose first record names its columns. Throws `CsvUnreadable` for a column that is not known or
 * named twice, and for a row of another length.
 */
export function readCsvTable<Column extends string>(
  text: string,
  columns: readonly Column[],
): { line: number; cells: Partial<Record<Column, string>> }[] {
  const [head, ...rest] = readCsvRecords(text);
  if (!head) throw new CsvUnreadable(1, 'the file is empty');
  const names = head.cells.map((name) => name.trim().toLowerCase());
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) throw new CsvUnreadable(1, `two columns are named “${twice}”`);
  const unknown = names.find((name) => !(columns as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw new CsvUnreadable(1, `there is no column “${unknown}”; known: ${columns.join(', ')}`);
  }
  return rest.map(({ line, cells }) => {
    if (cells.length !== names.length) {
      throw new CsvUnreadable(line, `has ${cells.length} columns where the first row names ${names.length}`);
    }
    return {
      line,
      cells: Object.fromEntries(names.map((name, place) => [name, cellValue(cells[place] ?? '')])) as Partial<
        Record<Column, string>
      >,
    };
  });
}
