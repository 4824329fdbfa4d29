import { afterAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { embeddedPostgresUrl, startEmbeddedPostgres, stopEmbeddedPostgres } from './index.js';

const settings = { fsync: 'off', shared_buffers: '16MB' };

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

describe('the embedded database', () => {
  let directory: string;

  afterAll(async () => {
    await stopEmbeddedPostgres(directory);
    await rm(directory, { recursive: true, force: true });
  });

  it('keeps its data between starts, is adopted when it already runs, and comes back after being killed', async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'embedded-postgres-'));
    await chmod(directory, 0o755);
    expect(await embeddedPostgresUrl(directory)).toBeNull();

    const first = await startEmbeddedPostgres({ directory, settings });
    expect(first.adopted).toBe(false);
    await ask(first.url, 'create table kept as select 42 as answer');

    const [second, third] = await Promise.all([
      startEmbeddedPostgres({ directory, settings }),
      startEmbeddedPostgres({ directory, settings }),
    ]);
    expect([second?.adopted, third?.adopted]).toEqual([true, true]);
    expect(await ask(second!.url, 'select answer from kept')).toBe(42);

    await first.stop();
    expect(await embeddedPostgresUrl(directory)).toBeNull();

    const again = await startEmbeddedPostgres({ directory, settings });
    expect(await ask(again.url, 'select answer from kept')).toBe(42);
    const pid = Number(
      await ask(again.url, "select pg_read_file('postmaster.pid', 0, 20)").then(
        (t) => String(t).split('\n')[0],
      ),
    );
    process.kill(pid, 'SIGKILL');
    const revived = await startEmbeddedPostgres({ directory, settings });
    expect(await ask(revived.url, 'select answer from kept')).toBe(42);
    expect(await readFile(path.join(directory, 'password'), 'utf8')).toMatch(/^[\w-]{20,}\n$/);
  }, 120_000);
});
