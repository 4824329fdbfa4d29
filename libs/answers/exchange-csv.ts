import { csvLine, CsvUnreadable, readCsvTable } from '#platform/csv';
import { joinLines, splitLines } from './exchange-list.js';
import type { FileError } from './contract-exchange.js';
import { LibraryFileUnreadable, type Proposal, type ProposedContent } from './exchange-proposal.js';
import type { ExchangedAnswer, ExchangedContent, ExchangedRecord } from './exchange-record.js';

/** The columns of the file, in their order; see docs/library-exchange.md. */
export const CSV_COLUMNS = [
  ...['answer_key', 'kind', 'owner', 'version', 'state', 'question_fr', 'question_en', 'wordings_fr'],
  ...[
    'wordings_en',
    'topic',
    'sensitivity',
    'level_min',
    'level_max',
    'strategy',
    'departments',
    'do_not_say',
  ],
  ...['proof_points', 'key_messages', 'placeholders', 'valid_from', 'valid_until', 'review_on', 'language'],
  ...['network', 'body', 'author', 'created_at', 'submitted_at', 'approved_at', 'closed_at', 'closed_reason'],
  ...['content_hash', 'approvals'],
] as const;
type Column = (typeof CSV_COLUMNS)[number];

/** The library as CSV (RFC 4180, UTF-8 with a byte order mark, which spreadsheets need): a row for each text. */
export function writeCsv(answers: readonly ExchangedAnswer[]): string {
  const rows = answers.flatMap((answer) =>
    answer.versions.flatMap((version) => {
      const shared = versionCells(answer, version);
      const variants = version.variants.length > 0 ? version.variants : [null];
      return variants.map((variant) => ({
        ...shared,
        language: variant?.language ?? '',
        network: variant?.network ?? '',
        body: variant?.body ?? '',
      }));
    }),
  );
  const lines = rows.map((row) => csvLine(CSV_COLUMNS.map((column) => row[column])));
  return `\ufeff${[CSV_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

function versionCells(
  answer: ExchangedAnswer,
  version: ExchangedRecord & ExchangedContent,
): Record<Exclude<Column, 'language' | 'network' | 'body'>, string> {
  return {
    answer_key: answer.key,
    kind: answer.kind,
    owner: answer.owner ?? '',
    version: String(version.number),
    state: version.state,
    question_fr: version.question.fr,
    question_en: version.question.en,
    wordings_fr: joinLines(version.wordings.fr),
    wordings_en: joinLines(version.wordings.en),
    topic: version.topic ?? '',
    sensitivity: version.sensitivity,
    level_min: String(version.levelMin),
    level_max: String(version.levelMax),
    strategy: version.strategy,
    departments: version.departments.join(', '),
    do_not_say: version.doNotSay,
    proof_points: joinLines(version.proofPoints),
    key_messages: joinLines(version.keyMessages.map(({ id, text }) => `${id}: ${text}`)),
    placeholders: version.placeholders.length > 0 ? JSON.stringify(version.placeholders) : '',
    valid_from: version.validFrom ?? '',
    valid_until: version.validUntil ?? '',
    review_on: version.reviewOn ?? '',
    author: version.author,
    created_at: version.createdAt,
    submitted_at: version.submittedAt ?? '',
    approved_at: version.approvedAt ?? '',
    closed_at: version.closedAt ?? '',
    closed_reason: version.closedReason ?? '',
    content_hash: version.contentHash ?? '',
    approvals: version.approvals.length > 0 ? JSON.stringify(version.approvals) : '',
  };
}

interface Row {
  line: number;
  cells: Partial<Record<Column, string>>;
}

/** What the rows of a CSV file propose; of several versions of an answer the highest. */
export function readCsvLibrary(text: string): Proposal[] {
  const groups = new Map<string, Row[]>();
  for (const row of readRows(text)) {
    const { answer_key: key = '', kind = '', question_fr: fr = '', question_en: en = '' } = row.cells;
    const name = key.trim() !== '' ? key.trim().toLowerCase() : JSON.stringify([kind, fr, en]);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups.values()].map(proposalOf);
}

/** Columns that belong to the version: every row of it says the same, or nothing. */
const OF_VERSION = CSV_COLUMNS.filter((column) => !['language', 'network', 'body'].includes(column));

function proposalOf(all: Row[]): Proposal {
  const highest = Math.max(...all.map(({ cells }) => Number(cells.version) || 0));
  const rows = all.filter(({ cells }) => (Number(cells.version) || 0) === highest);
  const [first] = rows as [Row, ...Row[]];
  const errors: FileError[] = [];
  for (const { line, cells } of rows.slice(1)) {
    for (const column of OF_VERSION) {
      const cell = cells[column] ?? '';
      if (cell === '' || cell === first.cells[column]) continue;
      errors.push({
        line,
        field: column,
        code: 'rows-differ',
        detail: `says something else than line ${first.line}, which is of the same answer`,
        params: { other: first.line },
      });
    }
  }
  const texts = rows.filter(({ cells }) => [cells.language, cells.network, cells.body].some(Boolean));
  return {
    line: first.line,
    key: first.cells.answer_key?.trim() || null,
    kind: first.cells.kind?.trim() || null,
    content: contentOf(first.cells, texts, errors, first.line),
    variantLines: texts.map(({ line }) => line),
    format: 'csv',
    errors,
  };
}

function contentOf(
  cells: Row['cells'],
  texts: readonly Row[],
  errors: FileError[],
  line: number,
): ProposedContent {
  const content: ProposedContent = {};
  const put = <K extends keyof ProposedContent>(
    field: K,
    column: Column,
    read: (cell: string) => ProposedContent[K],
  ) => {
    const cell = cells[column];
    if (cell !== undefined) content[field] = read(cell);
  };
  const pair = (read: (cell: string) => unknown, fr: Column, en: Column) => ({
    ...(cells[fr] === undefined ? {} : { fr: read(cells[fr]) }),
    ...(cells[en] === undefined ? {} : { en: read(cells[en]) }),
  });
  const text = (cell: string) => cell;
  const number = (cell: string) => (/^\d+$/.test(cell.trim()) ? Number(cell) : cell);
  const orNull = (cell: string) => (cell.trim() === '' ? null : cell.trim());
  content.question = pair(text, 'question_fr', 'question_en');
  content.wordings = pair(splitLines, 'wordings_fr', 'wordings_en');
  put('topic', 'topic', orNull);
  // An empty cell says nothing of these: an answer always has them.
  const said = (column: Column) => (cells[column] ?? '').trim() !== '';
  if (said('sensitivity')) put('sensitivity', 'sensitivity', (cell) => cell.trim());
  if (said('level_min')) put('levelMin', 'level_min', number);
  if (said('level_max')) put('levelMax', 'level_max', number);
  if (said('strategy')) put('strategy', 'strategy', (cell) => cell.trim());
  put('departments', 'departments', (cell) => cell.split(/[\s,;]+/).filter(Boolean));
  put('doNotSay', 'do_not_say', text);
  put('proofPoints', 'proof_points', splitLines);
  put('keyMessages', 'key_messages', (cell) => splitLines(cell).map(keyMessage));
  put('placeholders', 'placeholders', (cell) => json(cell, errors, line));
  put('validFrom', 'valid_from', orNull);
  put('validUntil', 'valid_until', orNull);
  put('reviewOn', 'review_on', orNull);
  if (cells.body !== undefined) {
    content.variants = texts.map((row) => ({
      language: (row.cells.language ?? '').trim(),
      network: row.cells.network?.trim() || null,
      body: row.cells.body ?? '',
    }));
  }
  return content;
}

/** `id: text`. */
function keyMessage(line: string): { id: string; text: string } {
  const [, id = '', text = line] = /^\s*([a-z0-9][a-z0-9_-]*)\s*:\s([^]*)$/.exec(line) ?? [];
  return { id, text };
}

function json(cell: string, errors: FileError[], line: number): unknown {
  if (cell.trim() === '') return [];
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    errors.push({ line, field: 'placeholders', code: 'not-json', detail: 'is not JSON', params: {} });
    return [];
  }
}

function readRows(text: string): Row[] {
  try {
    return readCsvTable(text, CSV_COLUMNS);
  } catch (error) {
    if (!(error instanceof CsvUnreadable)) throw error;
    throw new LibraryFileUnreadable(error.line, error.reason);
  }
}
