import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';

describe('entities and migrations', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await testDatabase();
    dataSource = await createDataSource({ url: database.url, entities: ENTITIES }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('agree: nothing would be changed to make the tables fit the entities', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('agree: every table of the schema has an entity', async () => {
    const tables: { table_name: string }[] = await dataSource.query(
      `select relname as table_name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       where nspname = 'public' and relkind in ('r', 'p') and not relispartition and relname <> 'migration'`,
    );
    const known = new Set(dataSource.entityMetadatas.map(({ tableName }) => tableName));
    expect(tables.map(({ table_name }) => table_name).filter((name) => !known.has(name))).toEqual([]);
  });

  it('can be taken back and made again', async () => {
    for (let count = dataSource.migrations.length; count > 0; count--) await dataSource.undoLastMigration();
    const left: { relname: string }[] = await dataSource.query(
      `select relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       where nspname = 'public' and relkind in ('r', 'p') and relname <> 'migration'`,
    );
    expect(left).toEqual([]);
    await dataSource.runMigrations();
    expect(await dataSource.showMigrations()).toBe(false);
  });
});
