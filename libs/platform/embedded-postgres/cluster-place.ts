import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { type Binaries, findBinaries } from './binaries.js';
import { canEnter, canRun, type ServerAccount, serverAccount } from './server-account.js';

/** Where a cluster lives, and who serves it with which programs. */
export interface ClusterPlace {
  cluster: string;
  /** Folder of the server's own log, written by the server's account. */
  logs: string;
  programs: { pgCtl: string; initdb: string };
  account: ServerAccount | null;
}

/**
 * Makes the place of the cluster of `directory`. Normally everything stays below `directory`. When another account has
 * to run the server (we are root) and cannot reach that folder, the cluster lives in a folder of its own below
 * /var/lib, whose name is written to `directory`/location.
 */
export async function preparePlace(directory: string, report: (line: string) => void): Promise<ClusterPlace> {
  const binaries = await findBinaries();
  fs.mkdirSync(directory, { recursive: true });
  const known = recordedHome(directory);
  const account = serverAccount(path.join(known ?? directory, 'cluster'));
  const home = known ?? (canEnter(directory, account) ? directory : makeHomeElsewhere(directory, report));
  return placeAt(home, account, canRun(binaries.pgCtl, account) ? binaries : copyPrograms(binaries, home));
}

/** The place of a cluster that was made before; null when there is none. */
export async function existingPlace(directory: string): Promise<ClusterPlace | null> {
  const home = recordedHome(directory) ?? directory;
  if (!fs.existsSync(path.join(home, 'cluster'))) return null;
  const binaries = await findBinaries();
  const account = serverAccount(path.join(home, 'cluster'));
  return placeAt(home, account, canRun(binaries.pgCtl, account) ? binaries : copyPrograms(binaries, home));
}

function placeAt(home: string, account: ServerAccount | null, programs: Binaries): ClusterPlace {
  const logs = path.join(home, 'log');
  fs.mkdirSync(logs, { recursive: true });
  if (account) fs.chownSync(logs, account.uid, account.gid);
  const { pgCtl, initdb } = programs;
  return { cluster: path.join(home, 'cluster'), logs, programs: { pgCtl, initdb }, account };
}

function recordedHome(directory: string): string | null {
  const file = path.join(directory, 'location');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : null;
}

/** /var/lib rather than /var/tmp, from which some systems sweep old files. */
function makeHomeElsewhere(directory: string, report: (line: string) => void): string {
  const base = '/var/lib/passerelle';
  fs.mkdirSync(base, { recursive: true, mode: 0o755 });
  const home = fs.mkdtempSync(path.join(base, `${fingerprint(directory)}-`));
  fs.chmodSync(home, 0o755);
  fs.writeFileSync(path.join(directory, 'location'), `${home}\n`);
  report(`the account that runs the database cannot reach ${directory}: the database is kept in ${home}`);
  return home;
}

/** Copies the programs to where the server's account can run them, once for each version. */
function copyPrograms(binaries: Binaries, home: string): Binaries {
  const root = path.join(home, `programs-${binaries.version}`);
  if (!fs.existsSync(root)) {
    // Renamed when complete, so that a copy cut short is never taken for a whole one.
    const partial = `${root}.partial`;
    fs.rmSync(partial, { recursive: true, force: true });
    fs.cpSync(binaries.root, partial, { recursive: true, verbatimSymlinks: true });
    openToAll(partial);
    fs.renameSync(partial, root);
  }
  const moved = (program: string) => path.join(root, path.relative(binaries.root, program));
  return { ...binaries, root, pgCtl: moved(binaries.pgCtl), initdb: moved(binaries.initdb) };
}

/** Read for all, and execute where the owner may: a strict umask may have been in force at installation. */
function openToAll(folder: string): void {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(full);
    else if (entry.isFile()) fs.chmodSync(full, fs.statSync(full).mode & 0o100 ? 0o755 : 0o644);
  }
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
