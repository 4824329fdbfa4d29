import { existsSync } from 'node:fs';
import type { DataSource, EntityManager } from 'typeorm';
import { type IncomingMention, type IntakeOutcome, storePage } from '#mentions';
import type { Realm } from '#platform/contract';
import { publishEvents } from '#platform/live';
import { type FileRecord, FileUnreadable } from './file-record.js';
import { mapRecord, placeOf } from './map-record.js';
import type { Mapping } from './mapping.js';
import { readCsv } from './read-csv.js';
import { readJsonl } from './read-jsonl.js';

export interface ImportFigures {
  bytesRead: number;
  bytesTotal: number;
  lines: number;
  stored: number;
  known: number;
  refused: number;
}

export interface RunOptions {
  /** Where the file is, when the row says it relative to a folder. */
  fileOf: (path: string) => string;
  signal?: AbortSignal;
  onProgress?: (figures: ImportFigures) => void;
  /** Posts in one transaction; 500 unless told. */
  pageSize?: number;
}

export type RunEnd = 'done' | 'failed' | 'stopped' | 'busy';

interface RunRow {
  id: string;
  filePath: string;
  mapping: Mapping;
  realm: Realm;
  state: string;
  bytesRead: string;
  lines: number;
}

/** A row of the report before it is known what became of its post. */
interface PendingRow {
  line: number;
  item: number;
  refusal?: { field: string | null; reason: string };
}

const PAGE_SIZE = 500;
const LOCK_SPACE = 0x1401;

/**
 * Brings a file in, from where it stands. Every page of posts, its rows of the report, the figures and the place in the
 * file commit together: whenever the process dies, going on stores each post once and reports each row once. Only one
 * process works on an import at a time; the lock goes with its connection. `busy`: somebody else is at it.
 */
export async function runImport(
  dataSource: DataSource,
  importId: string,
  options: RunOptions,
): Promise<RunEnd> {
  const holder = dataSource.createQueryRunner();
  try {
    const [lock]: { held: boolean }[] = await holder.query('select pg_try_advisory_lock($1, $2) as held', [
      LOCK_SPACE,
      Number(importId),
    ]);
    if (!lock?.held) return 'busy';
    try {
      return await runLocked(dataSource, importId, options);
    } finally {
      await holder.query('select pg_advisory_unlock($1, $2)', [LOCK_SPACE, Number(importId)]);
    }
  } finally {
    await holder.release();
  }
}

async function runLocked(dataSource: DataSource, importId: string, options: RunOptions): Promise<RunEnd> {
  const [run]: RunRow[] = await dataSource.query(
    `select id, file_path as "filePath", mapping, realm, state, bytes_read as "bytesRead", lines
     from import_run where id = $1`,
    [importId],
  );
  if (!run) return 'done';
  if (run.state === 'done' || run.state === 'failed') return run.state;
  const file = options.fileOf(run.filePath);
  if (!existsSync(file)) return end(dataSource, importId, 'failed', 'The file is not there any more.');
  await dataSource.query(`update import_run set state = 'running' where id = $1`, [importId]);
  const read = run.mapping.format === 'csv' ? readCsv : readJsonl;
  const records = read(file, { byte: Number(run.bytesRead), line: run.lines });
  try {
    for await (const page of pagesOf(records, run, options.pageSize ?? PAGE_SIZE)) {
      if (options.signal?.aborted) return 'stopped';
      const figures = await storeImportPage(dataSource, run, page);
      options.onProgress?.(figures);
    }
  } catch (error) {
    if (!(error instanceof FileUnreadable)) throw error;
    return end(dataSource, importId, 'failed', error.message);
  }
  return end(dataSource, importId, 'done', null);
}

interface Page {
  rows: PendingRow[];
  mentions: IncomingMention[];
  /** Rows that have a mention, in the order of the mentions. */
  endByte: number;
  endLine: number;
}

/** Records are never torn apart: the place in the file is always between two of them. */
async function* pagesOf(records: AsyncIterable<FileRecord>, run: RunRow, size: number): AsyncGenerator<Page> {
  let page: Page = { rows: [], mentions: [], endByte: 0, endLine: 0 };
  for await (const record of records) {
    const items = record.content.ok
      ? mapRecord(run.mapping, record.content.value, run.realm, run.id)
      : [{ ok: false as const, field: null, reason: record.content.reason }];
    items.forEach((item, place) => {
      const row: PendingRow = { line: record.line, item: place + 1 };
      if (item.ok) page.mentions.push(item.mention);
      else row.refusal = { field: item.field, reason: item.reason };
      page.rows.push(row);
    });
    page.endByte = record.endByte;
    page.endLine = record.endLine;
    if (page.rows.length >= size) {
      yield page;
      page = { rows: [], mentions: [], endByte: 0, endLine: 0 };
    }
  }
  if (page.rows.length > 0) yield page;
}

async function storeImportPage(dataSource: DataSource, run: RunRow, page: Page): Promise<ImportFigures> {
  let figures: ImportFigures | undefined;
  await storePage(dataSource, page.mentions, async (manager, outcomes) => {
    const report = reportOf(run.mapping, page.rows, outcomes);
    await writeReport(manager, run.id, report);
    const count = (outcome: ReportRow['outcome']) => report.filter((row) => row.outcome === outcome).length;
    // TypeORM answers [rows, count] to an update that returns rows.
    const [[row]]: [Record<keyof ImportFigures, string>[], number] = await manager.query(
      `update import_run set bytes_read = $2, lines = $3, stored = stored + $4, known = known + $5,
         refused = refused + $6
       where id = $1 and lines < $3
       returning bytes_read as "bytesRead", bytes_total as "bytesTotal", lines, stored, known, refused`,
      [run.id, page.endByte, page.endLine, count('stored'), count('known'), count('refused')],
    );
    if (!row) throw new Error(`import ${run.id} was carried on by somebody else`);
    figures = Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, Number(value)]),
    ) as unknown as ImportFigures;
    await publishEvents(manager, [{ type: 'import.progress', importId: run.id }]);
  });
  if (!figures) throw new Error('a page was stored without its figures');
  return figures;
}

interface ReportRow {
  line: number;
  item: number;
  outcome: 'stored' | 'known' | 'refused';
  field: string | null;
  reason: string | null;
  mentionId: string | null;
}

/** Joins what became of the mentions to the rows they came from. */
function reportOf(
  mapping: Mapping,
  rows: readonly PendingRow[],
  outcomes: readonly IntakeOutcome[],
): ReportRow[] {
  let next = 0;
  return rows.map(({ line, item, refusal }): ReportRow => {
    if (refusal) return { line, item, outcome: 'refused', ...refusal, mentionId: null };
    const outcome = outcomes[next++];
    if (!outcome) throw new Error('a mention has no outcome');
    if (outcome.outcome === 'refused') {
      const { field, reason } = outcome;
      return { line, item, outcome: 'refused', field: placeOf(mapping, field), reason, mentionId: null };
    }
    return { line, item, outcome: outcome.outcome, field: null, reason: null, mentionId: outcome.mentionId };
  });
}

async function writeReport(
  manager: EntityManager,
  importId: string,
  rows: readonly ReportRow[],
): Promise<void> {
  await manager.query(
    `insert into import_row (import_id, line, item, outcome, field, reason, mention_id)
     select $1, * from unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::text[], $7::bigint[])`,
    [
      importId,
      rows.map(({ line }) => line),
      rows.map(({ item }) => item),
      rows.map(({ outcome }) => outcome),
      rows.map(({ field }) => field),
      rows.map(({ reason }) => reason),
      rows.map(({ mentionId }) => mentionId),
    ],
  );
}

async function end(
  dataSource: DataSource,
  importId: string,
  state: 'done' | 'failed',
  problem: string | null,
): Promise<RunEnd> {
  await dataSource.transaction(async (manager) => {
    await manager.query(
      `update import_run set state = $2, problem = $3, finished_at = now(),
         bytes_read = case when $2 = 'done' then bytes_total else bytes_read end
       where id = $1 and state not in ('done', 'failed')`,
      [importId, state, problem],
    );
    await publishEvents(manager, [{ type: 'import.progress', importId }]);
  });
  return state;
}
