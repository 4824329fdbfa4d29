import { createWriteStream } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { drainQueue } from '#mentions';
import { ENTITIES } from '#schema';
import { importDatabase } from './import-database.js';
import { importFile } from './import-file.js';
import { writeReport } from './import-report.js';

const USAGE = `npm run import -- FILE [FILE ...] [--mapping NAME|MAPPING.json] [--report REPORT.jsonl]

Brings posts from JSON Lines or CSV files in. Without --mapping, the mapping is recognised by the file (docs/import.md).
An import that was interrupted goes on where it was when the same file is imported again.
Ends with 0 when every row is stored or known, 3 when rows were refused, 1 when a file could not be read, 2 when the
command was not understood.`;

const { files, mapping, report } = readFlags();
const dataDirectory = path.resolve(
  process.env['PASSERELLE_ROOT'] || '.',
  process.env['PASSERELLE_DATA'] || 'data',
);
try {
  process.exitCode = await importAll();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function importAll(): Promise<number> {
  for (const file of files) {
    await access(file).catch(() => {
      throw new Error(`${file}: there is no such file that can be read`);
    });
  }
  const database = await importDatabase(dataDirectory);
  const dataSource = await createDataSource({
    url: database.url,
    entities: ENTITIES,
    poolSize: 6,
  }).initialize();
  const reports = report === undefined ? undefined : createWriteStream(path.resolve(report));
  try {
    let worst = 0;
    for (const file of files) {
      const { id, code } = await importFile(dataSource, file, { mapping, dataDirectory });
      worst = code === 1 || worst === 1 ? 1 : Math.max(worst, code);
      if (reports && id !== null) await writeReport(dataSource, id, file, reports);
    }
    await classify(dataSource);
    return worst;
  } finally {
    await new Promise<void>((resolve) => (reports ? reports.end(() => resolve()) : resolve()));
    await dataSource.destroy();
    await database.stop();
  }
}

/** So that what came in is judged even while nothing else runs. */
async function classify(dataSource: DataSource): Promise<void> {
  const started = performance.now();
  const { assessed } = await drainQueue(dataSource);
  const seconds = (performance.now() - started) / 1000;
  if (assessed > 0) console.log(`${assessed} mentions classified in ${seconds.toFixed(1)} s`);
}

function readFlags() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        mapping: { type: 'string' },
        report: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    if (positionals.length === 0) throw new Error('No file is named.');
    return { files: positionals, mapping: values.mapping, report: values.report };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}
