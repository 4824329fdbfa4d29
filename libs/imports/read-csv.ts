import { CsvError, parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { type FilePlace, type FileRecord, FileUnreadable, LONGEST_RECORD } from './file-record.js';

interface CsvRow {
  record: string[];
  info: { bytes: number };
}

/** The rows of a CSV file from a place on. The first row names the columns; `,` `;` or a tab stands between them. */
export async function* readCsv(file: string, from: FilePlace): AsyncGenerator<FileRecord> {
  const head = await readHead(file);
  const start = from.byte === 0 ? head.end : from;
  let line = start.line;
  for await (const { record, info } of rows(file, start.byte, head.delimiter)) {
    const begins = line + 1;
    line += linesOf(record);
    if (record.length === 1 && record[0] === '') continue;
    yield {
      line: begins,
      endByte: start.byte + info.bytes,
      endLine: line,
      content:
        record.length === head.columns.length
          ? { ok: true, value: Object.fromEntries(head.columns.map((name, place) => [name, record[place]])) }
          : {
              ok: false,
              reason: `has ${record.length} columns where the first row names ${head.columns.length}`,
            },
    };
  }
}

/** The parser counts a carriage return and line feed inside quotes as two lines; people see one. */
function linesOf(record: readonly string[]): number {
  return record.reduce((lines, field) => lines + field.split('\n').length - 1, 1);
}

interface Head {
  columns: string[];
  delimiter: string;
  /** Where the rows begin. */
  end: FilePlace;
}

async function readHead(file: string): Promise<Head> {
  const delimiter = await guessDelimiter(file);
  for await (const { record, info } of rows(file, 0, delimiter)) {
    const columns = record.map((name) => name.trim());
    const twice = columns.find((name, place) => columns.indexOf(name) !== place);
    if (twice !== undefined) throw new FileUnreadable(`line 1: two columns are named “${twice}”`);
    return { columns, delimiter, end: { byte: info.bytes, line: linesOf(record) } };
  }
  throw new FileUnreadable('the file is empty');
}

/** The one of the usual three that stands most often in the first line, outside quotes. */
async function guessDelimiter(file: string): Promise<string> {
  let start = '';
  for await (const chunk of createReadStream(file, { end: 64 * 1024 - 1, encoding: 'utf8' })) start += chunk;
  const [first = ''] = start.replace(/"[^"]*"/gu, '').split(/\r?\n/u);
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

async function* rows(file: string, byte: number, delimiter: string): AsyncGenerator<CsvRow> {
  const source = createReadStream(file, { start: byte });
  const parser = source.pipe(
    parse({
      bom: byte === 0,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_RECORD,
    }),
  );
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const row of parser) yield row as CsvRow;
  } catch (error) {
    if (error instanceof CsvError) throw new FileUnreadable(error.message);
    throw error;
  } finally {
    source.destroy();
  }
}
