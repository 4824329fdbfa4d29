import { createDataSource } from '#platform/database';
import { readConfig } from '#platform/config';
import { prepareWorkspace } from '#demonstration';
import { ENTITIES } from '#schema';
import { migrateDatabase } from './migrate-database.js';
import { printWelcome } from './welcome.js';

/**
 * For installations of several processes: run once before api and worker start. Migrates, makes the workspace at the
 * first time (a demonstration only with PASSERELLE_DEMONSTRATION=true), and prints how to sign in first.
 */
const config = readConfig(process.env);
await migrateDatabase(config.databaseUrl);
const dataSource = await createDataSource({
  url: config.databaseUrl,
  entities: ENTITIES,
  poolSize: 2,
}).initialize();
try {
  const prepared = await prepareWorkspace(dataSource, {
    demonstration: process.env['PASSERELLE_DEMONSTRATION'] === 'true',
    now: new Date(),
    report: (line) => console.log(line),
  });
  printWelcome(prepared, config.publicUrl ?? 'http://localhost:3000');
} finally {
  await dataSource.destroy();
}
