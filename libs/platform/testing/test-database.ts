import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { createDataSource } from '#platform/database';
import { startTestServer } from './test-server.js';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** What is put into a migrated database once, so that tests begin with it. */
export interface Preparation {
  /** Another key, another template: it says everything that what is prepared depends on. */
  key: string;
  /** What is older than this is made anew. */
  maxAgeMs: number;
  fill(url: string): Promise<void>;
}

/**
 * A fresh, migrated database on a real PostgreSQL server that all test files share: started when it is not running,
 * and left running (`npm test` stops it). Each database is copied from a template that is migrated once per schema.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServerUrl();
  return copyOf(server, await ensureSchema(server));
}

/** The same with something in it that was prepared once, for this test or for one before it. */
export async function preparedTestDatabase(preparation: Preparation): Promise<TestDatabase> {
  const server = await testServerUrl();
  const schema = await ensureSchema(server);
  const text = createHash('sha256').update(`${schema} ${preparation.key}`).digest('hex').slice(0, 16);
  const name = `prepared_${text}`;
  await ensureTemplate(server, name, preparation.maxAgeMs, async (draft, client) => {
    await locked(client, schema, () => client.query(`create database ${draft} template ${schema}`));
    await preparation.fill(databaseUrl(server, draft));
  });
  return copyOf(server, name);
}

async function copyOf(server: string, template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(server, (client) =>
    locked(client, template, () => client.query(`create database ${name} template ${template}`)),
  );
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
  return (await startTestServer()).url;
}

async function ensureSchema(server: string): Promise<string> {
  const text = createHash('sha256')
    .update(await migrationTexts())
    .digest('hex')
    .slice(0, 16);
  const name = `template_${text}`;
  await ensureTemplate(server, name, Infinity, async (draft, client) => {
    await client.query(`create database ${draft}`);
    const dataSource = createDataSource({ url: databaseUrl(server, draft), entities: [] });
    await dataSource.initialize();
    await dataSource.runMigrations();
    await dataSource.destroy();
  });
  return name;
}

/** Makes a template unless it is there and young enough; the database says in its comment when it was made. */
async function ensureTemplate(
  server: string,
  name: string,
  maxAgeMs: number,
  make: (draft: string, client: pg.Client) => Promise<void>,
): Promise<void> {
  await withClient(server, (client) =>
    locked(client, name, async () => {
      const { rows } = await client.query<{ made_at: string | null }>(
        `select shobj_description(oid, 'pg_database') as made_at from pg_database where datname = $1`,
        [name],
      );
      const age = rows[0] ? Date.now() - Date.parse(rows[0].made_at ?? '') : NaN;
      if (rows[0] && (maxAgeMs === Infinity || (age >= 0 && age < maxAgeMs))) return;
      const draft = `${name}_making`;
      await client.query(`drop database if exists ${draft} with (force)`);
      const madeAt = new Date().toISOString();
      await make(draft, client);
      await client.query(`comment on database ${draft} is '${madeAt}'`);
      await client.query(`drop database if exists ${name} with (force)`);
      await client.query(`alter database ${draft} rename to ${name}`);
    }),
  );
}

/** The statements live in constants beside the classes, so the files themselves are what must be the same. */
async function migrationTexts(): Promise<string> {
  const directory = path.resolve('migrations');
  const files = (await readdir(directory)).filter((file) => file.endsWith('.ts')).sort();
  return (await Promise.all(files.map((file) => readFile(path.join(directory, file), 'utf8')))).join('\n');
}

/** One template is made and copied by one at a time. */
async function locked<T>(client: pg.Client, template: string, work: () => Promise<T>): Promise<T> {
  await client.query(`select pg_advisory_lock(hashtext('passerelle test'), hashtext($1))`, [template]);
  try {
    return await work();
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('passerelle test'), hashtext($1))`, [template]);
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
