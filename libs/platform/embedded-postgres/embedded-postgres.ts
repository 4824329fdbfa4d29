import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './binaries.js';
import { type ClusterPlace, preparePlace } from './cluster-place.js';
import { runProgram } from './run-program.js';
import { serverAccount } from './server-account.js';
import { withStartLock } from './start-lock.js';

export interface EmbeddedPostgresOptions {
  /** Folder of this server; made when it is not there, kept between starts. */
  directory: string;
  /** Server settings, as in postgresql.conf; they hold from the next real start. */
  settings?: Record<string, string>;
  /** Told what is going on, one line at a time. */
  report?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** Address of the database `passerelle`. */
  url: string;
  /** The server was running already: left by a process that was killed, or shared with one that runs. */
  adopted: boolean;
  stop(): Promise<void>;
}

const USER = 'passerelle';
const DATABASE = 'passerelle';

/**
 * Starts a real PostgreSQL server on 127.0.0.1, or adopts the one that runs in the folder. The server is a process of
 * its own session: Ctrl-C in the terminal does not reach it, so that we can finish our work before we stop it.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const directory = path.resolve(options.directory);
  const report = options.report ?? (() => undefined);
  const binaries = await findBinaries();
  const account = serverAccount();
  const place = preparePlace(directory, binaries, account, report);
  return withStartLock(path.join(directory, 'starting.lock'), async () => {
    const password = await ensurePassword(directory);
    if (!existsSync(path.join(place.cluster, 'PG_VERSION'))) {
      report('a new database is made');
      await initialise(place, password);
    }
    const adopted = await isRunning(place);
    if (!adopted) await start(place, options.settings ?? {});
    const port = await runningPort(place);
    if (port === null) throw new Error(`PostgreSQL did not start; see ${place.log}`);
    const address = (database: string) => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
    await ensureDatabase(address('postgres'));
    return { url: address(DATABASE), adopted, stop: () => stop(place) };
  });
}

/** Stops the server of a folder when it runs. */
export async function stopEmbeddedPostgres(directory: string): Promise<void> {
  if (!existsSync(directory)) return;
  const place = preparePlace(path.resolve(directory), await findBinaries(), serverAccount(), () => undefined);
  if (await isRunning(place)) await stop(place);
}

/** Address of the database of a folder, or null while its server does not run. */
export async function embeddedPostgresUrl(directory: string): Promise<string | null> {
  if (!existsSync(path.join(directory, 'password'))) return null;
  const place = preparePlace(path.resolve(directory), await findBinaries(), serverAccount(), () => undefined);
  if (!(await isRunning(place))) return null;
  const port = await runningPort(place);
  const password = await ensurePassword(directory);
  return port === null ? null : `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

async function initialise(place: ClusterPlace, password: string): Promise<void> {
  const account = serverAccount();
  // The password file must be readable by the account that runs initdb, and only for that moment.
  const passwordFile = path.join(path.dirname(place.log), 'initial-password');
  await writeFile(passwordFile, password, { mode: account ? 0o644 : 0o600 });
  try {
    await runProgram(
      place.programs.initdb,
      [
        ['-D', place.cluster],
        ['-U', USER],
        ['--auth=scram-sha-256', `--pwfile=${passwordFile}`],
        [
          '--encoding=UTF8',
          '--locale-provider=builtin',
          '--builtin-locale=C.UTF-8',
          '--locale=C',
          '--no-instructions',
        ],
      ].flat(),
      account,
    );
  } catch (error) {
    await rm(path.join(place.cluster, 'PG_VERSION'), { force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function start(place: ClusterPlace, settings: Record<string, string>): Promise<void> {
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(await freePort()),
    unix_socket_directories: '',
    timezone: 'UTC',
    max_connections: '100',
    shared_buffers: '256MB',
    ...settings,
  };
  const flags = Object.entries(all).map(([name, value]) => `-c ${name}=${value === '' ? "''" : value}`);
  await patiently(() =>
    runProgram(
      place.programs.pgCtl,
      ['start', '-w', '-t', '60', '-D', place.cluster, '-l', place.log, '-o', flags.join(' ')],
      serverAccount(),
    ),
  );
}

/** After a server was killed its children hold the shared memory for a moment longer. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 5) throw error;
      await sleep(500 * attempt);
    }
  }
}

async function stop(place: ClusterPlace): Promise<void> {
  await runProgram(
    place.programs.pgCtl,
    ['stop', '-w', '-t', '60', '-m', 'fast', '-D', place.cluster],
    serverAccount(),
  );
}

async function isRunning(place: ClusterPlace): Promise<boolean> {
  await removeLockOfDeadServer(place);
  return runProgram(place.programs.pgCtl, ['status', '-D', place.cluster], serverAccount()).then(
    () => true,
    () => false,
  );
}

/** A killed server that its parent has not buried yet (a zombie) still counts as alive for pg_ctl. */
async function removeLockOfDeadServer(place: ClusterPlace): Promise<void> {
  const lock = path.join(place.cluster, 'postmaster.pid');
  const pid = Number((await readFile(lock, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  if (/\) Z /.test(state)) await rm(lock, { force: true });
}

/** The fourth line of postmaster.pid is the port. */
async function runningPort(place: ClusterPlace): Promise<number | null> {
  const lines = await readFile(path.join(place.cluster, 'postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
  const port = Number(lines[3]);
  return port > 0 ? port : null;
}

async function ensurePassword(directory: string): Promise<string> {
  const file = path.join(directory, 'password');
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return password;
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
