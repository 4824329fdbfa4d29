import path from 'node:path';
import { embeddedPostgresUrl, startEmbeddedPostgres } from '#platform/embedded-postgres';
import { migrateDatabase } from './migrate-database.js';

export interface ImportDatabase {
  url: string;
  /** Stops what was started for the import only. */
  stop(): Promise<void>;
}

/** The database of DATABASE_URL; else the embedded one of the data folder, started for the time when it is not running. */
export async function importDatabase(dataDirectory: string): Promise<ImportDatabase> {
  const given = process.env['DATABASE_URL'];
  if (given) {
    await migrateDatabase(given);
    return { url: given, stop: async () => undefined };
  }
  const directory = path.join(dataDirectory, 'postgres');
  const running = await embeddedPostgresUrl(directory);
  if (running) {
    await migrateDatabase(running);
    return { url: running, stop: async () => undefined };
  }
  const postgres = await startEmbeddedPostgres({ directory });
  try {
    await migrateDatabase(postgres.url);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return { url: postgres.url, stop: () => postgres.stop() };
}
