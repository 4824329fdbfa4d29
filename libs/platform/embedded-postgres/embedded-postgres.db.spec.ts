import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
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
  const start = () => startEmbeddedPostgres({ directory, settings });
  const postmasterFile = () => path.join(directory, 'cluster', 'postmaster.pid');
  const kill = async () => {
    process.kill(Number((await readFile(postmasterFile(), 'utf8')).split('\n')[0]), 'SIGKILL');
  };

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'embedded-postgres-'));
    await chmod(directory, 0o755);
    const { url } = await start();
    await ask(url, 'create table kept as select 42 as answer');
  });
  afterEach(() => stopEmbeddedPostgres(directory));
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('keeps its data, its address and its password between starts', async () => {
    const first = await start();
    await first.stop();
    expect(await embeddedPostgresUrl(directory)).toBeNull();
    const second = await start();
    expect(second).toMatchObject({ adopted: false, url: first.url });
    expect(await embeddedPostgresUrl(directory)).toBe(second.url);
    expect(await ask(second.url, 'select answer from kept')).toBe(42);
    expect((await stat(path.join(directory, 'password'))).mode & 0o777).toBe(0o600);
  });

  it('is started once when several ask for it at the same moment', async () => {
    const servers = await Promise.all([start(), start(), start()]);
    expect(servers.map(({ adopted }) => adopted).sort()).toEqual([false, true, true]);
    expect(new Set(servers.map(({ url }) => url)).size).toBe(1);
  });

  it('may be stopped twice', async () => {
    const server = await start();
    await server.stop();
    await expect(server.stop()).resolves.toBeUndefined();
  });

  it('comes back with its data after the server was killed', async () => {
    await start();
    await kill();
    const revived = await start();
    expect(revived.adopted).toBe(false);
    expect(await ask(revived.url, 'select answer from kept')).toBe(42);
  });

  it('comes back when another program has the process id of the dead server by now', async () => {
    const server = await start();
    const file = await readFile(postmasterFile(), 'utf8');
    await server.stop();
    await writeFile(postmasterFile(), file.replace(/^\d+/, String(process.ppid)));
    expect(await embeddedPostgresUrl(directory)).toBeNull();
    expect(await ask((await start()).url, 'select answer from kept')).toBe(42);
  });

  it('comes back when the last one died in the middle of a start', async () => {
    await writeFile(path.join(directory, 'starting.lock'), `${process.pid} of a boot long ago`);
    expect((await start()).adopted).toBe(false);
  });

  it('listens on this machine only, asks for the password, and orders text as every other machine does', async () => {
    const { url } = await start();
    expect(await ask(url, 'show listen_addresses')).toBe('127.0.0.1');
    expect(await ask(url, 'show server_encoding')).toBe('UTF8');
    expect(await ask(url, "select upper('é') || lower('ÀŒ')")).toBe('Éàœ');
    const stranger = new URL(url);
    stranger.password = 'guess';
    await expect(ask(stranger.toString(), 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });
});
