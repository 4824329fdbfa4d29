import { readFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import {
  type ImportFigures,
  knownMappings,
  type Mapping,
  readMapping,
  recogniseMapping,
  runImport,
  startFileImport,
} from '#imports';

interface ImportFileOptions {
  /** Name of a known mapping, or a file that holds one; recognised by the file unless given. */
  mapping: string | undefined;
  dataDirectory: string;
}

const SHOWN_REFUSALS = 10;

/** Imports one file and says what became of it. The code is that of the program: 0, 1 or 3. */
export async function importFile(
  dataSource: DataSource,
  file: string,
  options: ImportFileOptions,
): Promise<{ id: string | null; code: 0 | 1 | 3 }> {
  const mapping = await mappingFor(file, options);
  if (typeof mapping === 'string') {
    console.error(`${file}: ${mapping}`);
    return { id: null, code: 1 };
  }
  const { id, resumed } = await startFileImport(dataSource, file, mapping);
  console.log(`${file}: mapping ${mapping.name}${resumed ? ', going on where it was interrupted' : ''}`);
  const started = performance.now();
  const end = await runImport(dataSource, id, { fileOf: (path) => path, onProgress: progressLine() });
  const seconds = (performance.now() - started) / 1000;
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
  if (end === 'busy') {
    console.error(`${file}: is being imported by another process`);
    return { id: null, code: 1 };
  }
  const [run]: (ImportFigures & { problem: string | null })[] = await dataSource.query(
    'select lines, stored, known, refused, problem from import_run where id = $1',
    [id],
  );
  if (!run) throw new Error(`import ${id} is gone`);
  const rows = run.stored + run.known + run.refused;
  console.log(
    `  ${rows} rows in ${run.lines} lines: ${run.stored} stored, ${run.known} already known, ${run.refused} refused` +
      ` (${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s)`,
  );
  if (run.refused > 0) await showRefusals(dataSource, id, run.refused);
  if (end === 'failed') {
    console.error(`${file}: ${run.problem}`);
    return { id, code: 1 };
  }
  return { id, code: run.refused > 0 ? 3 : 0 };
}

async function mappingFor(
  file: string,
  { mapping, dataDirectory }: ImportFileOptions,
): Promise<Mapping | string> {
  if (mapping?.endsWith('.json')) return readMapping(await readFile(mapping, 'utf8'));
  const known = await knownMappings(dataDirectory);
  const names = known.map(({ name }) => name).join(', ');
  if (mapping !== undefined) {
    return known.find(({ name }) => name === mapping) ?? `there is no mapping ${mapping}; known are ${names}`;
  }
  return (
    (await recogniseMapping(known, file)) ??
    `it fits none of the known mappings (${names}); write one, see docs/import.md, and name it with --mapping`
  );
}

async function showRefusals(dataSource: DataSource, importId: string, refused: number): Promise<void> {
  const rows: { line: number; field: string | null; reason: string }[] = await dataSource.query(
    `select line, field, reason from import_row where import_id = $1 and outcome = 'refused'
     order by line, item limit $2`,
    [importId, SHOWN_REFUSALS],
  );
  for (const { line, field, reason } of rows) {
    console.log(`  line ${line}${field === null ? '' : `, ${field}`}: ${reason}`);
  }
  if (refused > rows.length) console.log(`  … and ${refused - rows.length} more; --report FILE has all`);
}

/** One line that changes on a terminal; elsewhere a line for each tenth of the file. */
function progressLine(): (figures: ImportFigures) => void {
  let told = 0;
  return ({ bytesRead, bytesTotal, stored, known, refused }) => {
    const percent = Math.floor((100 * bytesRead) / Math.max(bytesTotal, 1));
    const line = `  ${percent} %: ${stored} stored, ${known} already known, ${refused} refused`;
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}`);
    else if (percent >= told + 10 && percent < 100) console.log(line);
    told = Math.max(told, percent - (percent % 10));
  };
}
