import { existsSync } from 'node:fs';
import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClusterPlace } from './cluster-place.js';
import { disownDeadPostmaster, livingPostmaster } from './postmaster-file.js';
import { runProgram } from './run-program.js';

export const USER = 'passerelle';

/** Recovery after a power cut replays what was written since the last checkpoint; that takes seconds, seldom minutes. */
const START_SECONDS = 300;
const STOP_SECONDS = 60;
const LOG_BYTES = 5_000_000;

export function isInitialised(place: ClusterPlace): boolean {
  return existsSync(path.join(place.cluster, 'PG_VERSION'));
}

/** Makes a new cluster whose one user signs in with this password. */
export async function initialise(place: ClusterPlace, password: string): Promise<void> {
  // Renamed when complete: a start that was killed half-way leaves no half-made cluster.
  const draft = path.join(place.logs, 'new-cluster');
  const passwordFile = path.join(place.logs, 'initial-password');
  await rm(draft, { recursive: true, force: true });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (place.account) await chown(passwordFile, place.account.uid, place.account.gid);
  try {
    await runProgram(
      place.programs.initdb,
      [
        `--pgdata=${draft}`,
        `--username=${USER}`,
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        // Built into PostgreSQL: needs no locale of the system, and orders text the same everywhere.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-instructions',
      ],
      place.account,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, place.cluster);
}

/** Starts the server on a free port of 127.0.0.1 and waits until it answers. */
export async function startServer(
  place: ClusterPlace,
  settings: Record<string, string>,
  preferredPort: number | null,
): Promise<void> {
  await setOldLogAside(place);
  for (let attempt = 1; ; attempt++) {
    const port =
      (attempt === 1 && preferredPort !== null && (await ifFree(preferredPort))) || (await ifFree(0));
    const all = { ...DEFAULTS, port: String(port), ...settings };
    const options = Object.entries(all).map(([name, value]) => `-c ${name}=${quoted(value)}`);
    const log = logOf(place);
    try {
      await disownDeadPostmaster(place.cluster);
      const flags = ['start', '-w', '-t', String(START_SECONDS), '-D', place.cluster, '-l', log];
      return await runProgram(place.programs.pgCtl, [...flags, '-o', options.join(' ')], place.account);
    } catch (error) {
      // The port may have been taken a moment ago; the children of a killed server hold its memory a moment longer.
      if (attempt === 5) throw new Error(`${(error as Error).message}\n${await lastLines(log)}`);
      await sleep(500 * attempt);
    }
  }
}

/** Stops the server, if it runs: open transactions are rolled back, everything committed is on disk. */
export async function stopServer(place: ClusterPlace): Promise<void> {
  if (!(await livingPostmaster(place.cluster))) return;
  const flags = ['stop', '-w', '-t', String(STOP_SECONDS), '-m', 'fast', '-D', place.cluster];
  try {
    await runProgram(place.programs.pgCtl, flags, place.account);
  } catch (error) {
    // Somebody else may have stopped it meanwhile.
    if (await livingPostmaster(place.cluster)) throw error;
  }
}

const DEFAULTS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  max_connections: '100',
  shared_buffers: `${sharedMegabytes()}MB`,
};

/** An eighth of the memory that there is, which others on the machine want as well. */
function sharedMegabytes(): number {
  const limit = process.constrainedMemory() || Infinity;
  return Math.round(Math.min(Math.max(Math.min(totalmem(), limit) / 8 / 2 ** 20, 128), 1024));
}

/** pg_ctl hands its options to a shell. */
function quoted(value: string): string {
  return process.platform === 'win32' ? `"${value}"` : `'${value.replaceAll("'", `'\\''`)}'`;
}

export function logOf(place: ClusterPlace): string {
  return path.join(place.logs, 'postgres.log');
}

async function setOldLogAside(place: ClusterPlace): Promise<void> {
  const size = (await stat(logOf(place)).catch(() => null))?.size ?? 0;
  if (size > LOG_BYTES) await rename(logOf(place), `${logOf(place)}.1`);
}

async function lastLines(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '');
  return `${log}:\n${text.trimEnd().split('\n').slice(-12).join('\n')}`;
}

/** The port when nobody listens on it; 0 asks for any. Returns 0 when it is taken. */
function ifFree(port: number): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(0));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
