import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { createDataSource } from '#platform/database';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/**
 * A fresh, migrated database on a real PostgreSQL server that all test files share: started when it is not running,
 * and left running (`npm test` stops it). Each database is copied from a template that is migrated once per schema.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServerUrl();
  const template = await ensureTemplate(server);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(server, async (client) => {
    await locked(client, () => client.query(`create database ${name} template ${template}`));
  });
  return {
    url: databaseUrl(server, name),
    drop: () =>
      withClient(
        server,
        async (client) => void (await client.query(`drop database if exists ${name} with (force)`)),
      ),
  };
}

async function testServerUrl(): Promise<string> {
  if (process.env['TEST_DATABASE_URL']) return process.env['TEST_DATABASE_URL'];
  const server = await startEmbeddedPostgres({
    directory: path.resolve('.cache/test-postgres'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  return server.url;
}

async function ensureTemplate(server: string): Promise<string> {
  const text = createHash('sha256')
    .update(await migrationTexts())
    .digest('hex')
    .slice(0, 16);
  const name = `template_${text}`;
  await withClient(server, (client) =>
    locked(client, async () => {
      const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
      if (rowCount) return;
      await client.query(`drop database if exists ${name}_making with (force)`);
      await client.query(`create database ${name}_making`);
      const dataSource = createDataSource({ url: databaseUrl(server, `${name}_making`), entities: [] });
      await dataSource.initialize();
      await dataSource.runMigrations();
      await dataSource.destroy();
      await client.query(`alter database ${name}_making rename to ${name}`);
    }),
  );
  return name;
}

/** The statements live in constants beside the classes, so the files themselves are what must be the same. */
async function migrationTexts(): Promise<string> {
  const directory = path.resolve('migrations');
  const files = (await readdir(directory)).filter((file) => file.endsWith('.ts')).sort();
  return (await Promise.all(files.map((file) => readFile(path.join(directory, file), 'utf8')))).join('\n');
}

async function locked<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query(`select pg_advisory_lock(hashtext('passerelle test template'))`);
  try {
    return await work();
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('passerelle test template'))`);
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}
