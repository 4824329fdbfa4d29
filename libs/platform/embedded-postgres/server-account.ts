import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** The system account that runs the server. */
export interface ServerAccount {
  uid: number;
  gid: number;
}

/**
 * The account that must run the server of a cluster; null when it is simply ours. PostgreSQL refuses to run as root:
 * then it is the owner of the cluster that is there already, else `postgres`, else `nobody`.
 */
export function serverAccount(cluster: string): ServerAccount | null {
  const ours = process.getuid?.();
  if (ours === undefined) return null;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (ours !== 0) {
    if (owner && owner.uid !== ours) {
      throw new Error(
        `The database in ${cluster} belongs to another account (user id ${owner.uid}): start as that account or as root.`,
      );
    }
    return null;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [identity('-u', name), identity('-g', name)];
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is neither an account “postgres” nor “nobody”: set DATABASE_URL.',
  );
}

/** Whether the account can run this program, with the libraries it loads. */
export function canRun(program: string, account: ServerAccount | null): boolean {
  return spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** Whether the account can pass through every folder down to this one. */
export function canEnter(folder: string, account: ServerAccount | null): boolean {
  if (!account) return true;
  const flags = ['-c', 'cd "$0"', folder];
  return spawnSync('/bin/sh', flags, { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

function identity(flag: string, name: string): number | null {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 && /^\d+\s*$/.test(stdout) ? Number(stdout) : null;
}
