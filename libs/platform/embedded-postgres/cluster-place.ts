import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.js';
import { isReachableByOthers, type ServerAccount } from './server-account.js';

/** Where the cluster lives and which programs serve it. */
export interface ClusterPlace {
  cluster: string;
  log: string;
  programs: { pgCtl: string; initdb: string };
}

/**
 * Normally everything stays below `directory`. When another account must run the server (we are root) and cannot
 * reach that folder, cluster and programs live in /var/tmp under a name made from the folder's path.
 */
export function preparePlace(
  directory: string,
  binaries: Binaries,
  account: ServerAccount | null,
  report: (line: string) => void,
): ClusterPlace {
  mkdirSync(directory, { recursive: true });
  hydrateLinks(binaries.root);
  const inPlace = account === null || (isReachableByOthers(directory) && isReachableByOthers(binaries.root));
  const home = inPlace ? directory : path.join('/var/tmp', `passerelle-${fingerprint(directory)}`);
  if (!inPlace) report(`the database account cannot reach ${directory}: the database is kept in ${home}`);
  const programs = inPlace ? binaries : copyPrograms(binaries, home);
  const cluster = path.join(home, 'cluster');
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  const logs = path.join(home, 'log');
  mkdirSync(logs, { recursive: true });
  if (account) for (const folder of [cluster, logs]) chownSync(folder, account.uid, account.gid);
  return {
    cluster,
    log: path.join(logs, 'postgres.log'),
    programs: { pgCtl: programs.pgCtl, initdb: programs.initdb },
  };
}

function copyPrograms(binaries: Binaries, home: string): Binaries {
  const root = path.join(home, `programs-${fingerprint(binaries.root)}`);
  if (!existsSync(root)) {
    mkdirSync(home, { recursive: true, mode: 0o755 });
    // Renamed when complete, so that a copy cut short is never taken for a whole one.
    rmSync(`${root}.partial`, { recursive: true, force: true });
    cpSync(binaries.root, `${root}.partial`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${root}.partial`, root);
  }
  const moved = (program: string) => path.join(root, path.relative(binaries.root, program));
  return { root, pgCtl: moved(binaries.pgCtl), initdb: moved(binaries.initdb) };
}

/** Installers that run no install scripts leave the library links out; the package lists them. */
function hydrateLinks(root: string): void {
  const list = path.join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const base = path.dirname(root);
  for (const { source, target } of links) {
    const link = path.resolve(base, target);
    if (existsSync(link)) continue;
    symlinkSync(path.relative(path.dirname(link), path.resolve(base, source)), link);
  }
}

function fingerprint(text: string): string {
  return createHash('sha256').update(path.resolve(text)).digest('hex').slice(0, 12);
}
