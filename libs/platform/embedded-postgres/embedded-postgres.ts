import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { initialise, isInitialised, logOf, startServer, stopServer, USER } from './cluster.js';
import { type ClusterPlace, existingPlace, preparePlace } from './cluster-place.js';
import { livingPostmaster } from './postmaster-file.js';
import { withStartLock } from './start-lock.js';

export interface EmbeddedPostgresOptions {
  /** Folder of this server; made when it is not there, kept between starts. */
  directory: string;
  /** Server settings, as in postgresql.conf; they hold from the next real start. Data is durable by default. */
  settings?: Record<string, string>;
  /** Told what is going on, one line at a time. */
  report?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** Address of the database `passerelle`. */
  url: string;
  /** The server was running already: left by a process that was killed, or shared with one that runs. */
  adopted: boolean;
  /** Stops the server for everybody; nothing happens when it does not run any more. */
  stop(): Promise<void>;
}

const DATABASE = 'passerelle';
/** A server that starts or stops at this moment is waited for. */
const PATIENCE_MS = 300_000;

/**
 * Starts a real PostgreSQL server on 127.0.0.1, or adopts the one that runs in the folder. The server is a process of
 * its own session, which outlives ours: Ctrl-C in the terminal does not reach it, so that work can come to its end
 * before the server is stopped, and after kill -9 the next start finds it running. Everything is kept in the folder:
 * `cluster` (data), `log`, `password` (readable by us alone), `port`; when root must keep the cluster elsewhere,
 * `location` says where. Throws with the last lines of the server's log when it does not start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const directory = path.resolve(options.directory);
  const report = options.report ?? (() => undefined);
  mkdirSync(directory, { recursive: true });
  return withStartLock(path.join(directory, 'starting.lock'), async () => {
    const place = await preparePlace(directory, report);
    const password = await ensurePassword(directory);
    if (!isInitialised(place)) {
      report('a new database is made');
      await initialise(place, password);
    }
    let port = await settledPort(place);
    const adopted = port !== null;
    if (port === null) {
      await startServer(place, options.settings ?? {}, await preferredPort(directory));
      port = await settledPort(place);
      if (port === null) throw new Error(`PostgreSQL ended just after it had started; see ${logOf(place)}`);
      await writeFile(path.join(directory, 'port'), `${port}\n`);
    }
    await ensureDatabase(addressOf('postgres', port, password));
    return { url: addressOf(DATABASE, port, password), adopted, stop: () => stopServer(place) };
  });
}

/** Stops the server of a folder when it runs. */
export async function stopEmbeddedPostgres(directory: string): Promise<void> {
  const place = await existingPlace(path.resolve(directory));
  if (place) await stopServer(place);
}

/** Address of the database of a folder, or null while its server does not run. */
export async function embeddedPostgresUrl(directory: string): Promise<string | null> {
  const full = path.resolve(directory);
  if (!existsSync(path.join(full, 'password'))) return null;
  const place = await existingPlace(full);
  const server = place && (await livingPostmaster(place.cluster));
  if (!server || server.status !== 'ready') return null;
  return addressOf(DATABASE, server.port, await ensurePassword(full));
}

/** Port of the running server once it is ready, or null when none runs. */
async function settledPort(place: ClusterPlace): Promise<number | null> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const server = await livingPostmaster(place.cluster);
    if (!server) return null;
    if (server.status === 'ready') return server.port;
    if (Date.now() > deadline)
      throw new Error(`PostgreSQL has been ${server.status} for too long; see ${logOf(place)}`);
    await sleep(100);
  }
}

function addressOf(database: string, port: number, password: string): string {
  // Said outright, because PGSSLMODE in the environment would otherwise ask for a certificate.
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`;
}

/** The port of the last time, so that the address in a person's database tool stays true when it can. */
async function preferredPort(directory: string): Promise<number | null> {
  const port = Number(await readFile(path.join(directory, 'port'), 'utf8').catch(() => ''));
  return port > 0 ? port : null;
}

async function ensurePassword(directory: string): Promise<string> {
  const file = path.join(directory, 'password');
  if (!existsSync(file)) {
    await writeFile(`${file}.new`, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
  return (await readFile(file, 'utf8')).trim();
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  // What is lost between two queries fails the next one.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
