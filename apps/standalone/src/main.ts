import path from 'node:path';
import { type Config, readConfig } from '#platform/config';
import { createDataSource } from '#platform/database';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import { PlatformModule, stopOnSignals } from '#platform/process';
import { prepareWorkspace, type PreparedWorkspace } from '#demonstration';
import { ENTITIES } from '#schema';
import { serveApi } from '../../api/src/serve.js';
import { startWorker } from '../../worker/src/start-worker.js';
import { migrateDatabase } from './migrate-database.js';
import { alreadyRunning, keepRunningFile } from './running-file.js';
import { stepPrinter } from './step-printer.js';
import { printWelcome } from './welcome.js';

/** Everything in one process: database, API, console and worker. */
const dataDirectory = path.resolve(process.env['PASSERELLE_DATA'] || 'data');
const step = stepPrinter(process.env['PASSERELLE_STEPS_BEFORE']);

const other = await alreadyRunning(dataDirectory);
if (other) {
  console.log(`Passerelle is running already: ${other.url} (process ${other.pid})`);
  process.exit(0);
}

const given = process.env['DATABASE_URL'];
const postgres = given
  ? null
  : await step('Database: embedded PostgreSQL', (report) =>
      startEmbeddedPostgres({ directory: path.join(dataDirectory, 'postgres'), report }),
    );
const config: Config = readConfig({
  ...process.env,
  PASSERELLE_DATA: dataDirectory,
  DATABASE_URL: given ?? postgres?.url,
});

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await postgres?.stop();
  process.exit(1);
}

async function run(): Promise<void> {
  const prepared = await step('Schema: migrations', () => migrateDatabase(config.databaseUrl)).then(() =>
    step('Workspace', (report) => prepare(config, report)),
  );
  const platform = PlatformModule.forRoot({ config, entities: ENTITIES });
  const api = await step(`Console and API on port ${config.port}`, () =>
    serveApi(platform, config, path.resolve('dist/console')),
  );
  const url = config.publicUrl ?? `http://localhost:${api.port}`;
  const working = { ...config, publicUrl: url };
  const worker = await startWorker(PlatformModule.forRoot({ config: working, entities: ENTITIES }));
  const forget = await keepRunningFile(dataDirectory, url);
  printWelcome(prepared, url);
  console.log('\nCtrl-C stops everything.');
  stopOnSignals(async () => {
    console.log('\nStopping: work under way comes to its end …');
    await worker.close();
    await api.close();
    await postgres?.stop();
    await forget();
    console.log('Stopped.');
  });
}

async function prepare({ databaseUrl }: Config, report: (line: string) => void): Promise<PreparedWorkspace> {
  const dataSource = await createDataSource({
    url: databaseUrl,
    entities: ENTITIES,
    poolSize: 2,
  }).initialize();
  try {
    return await prepareWorkspace(dataSource, {
      demonstration: process.env['PASSERELLE_EMPTY'] !== 'true',
      now: new Date(),
      report,
    });
  } finally {
    await dataSource.destroy();
  }
}
