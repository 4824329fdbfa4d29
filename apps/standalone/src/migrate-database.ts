import { createDataSource } from '#platform/database';
import { migrateJobs } from '#platform/jobs';
import { ENTITIES } from '#schema';

/** Brings a database to the present schema, the job runner's tables included; harmless to repeat. */
export async function migrateDatabase(url: string): Promise<void> {
  const dataSource = await createDataSource({ url, entities: ENTITIES, poolSize: 2 }).initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
  await migrateJobs(url);
}
