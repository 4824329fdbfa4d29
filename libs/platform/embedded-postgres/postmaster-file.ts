import { readFile, readlink, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What postmaster.pid tells: who serves a cluster, where, and how far it is. */
export interface Postmaster {
  pid: number;
  port: number;
  /** `unknown` in the first moments of a start. */
  status: 'starting' | 'stopping' | 'ready' | 'unknown';
}

/** No process has this id (Linux allows 2²² at most), yet it is a number that PostgreSQL accepts. */
const NOBODY_PID = 2_147_483_646;

/**
 * The living server of a cluster, or null. A file left by a server that died (kill -9, power cut) is not believed: its
 * process is gone, waits for burial, or its id belongs to another program by now.
 */
export async function livingPostmaster(cluster: string): Promise<Postmaster | null> {
  const lines = await linesOf(cluster);
  const pid = Number(lines[0]);
  if (!(pid > 0) || !(await isPostmaster(pid, cluster))) return null;
  const status = lines[7]?.trim();
  return {
    pid,
    port: Number(lines[3]) || 0,
    status: status === 'ready' || status === 'starting' || status === 'stopping' ? status : 'unknown',
  };
}

/**
 * PostgreSQL refuses to start while the id in the file belongs to any living process, so the id of a dead server is
 * replaced. The file is not removed: its other lines let the next server see whether children of the dead one still
 * use the shared memory. To be called by the one who is about to start the server only.
 */
export async function disownDeadPostmaster(cluster: string): Promise<void> {
  const lines = await linesOf(cluster);
  if (lines.length < 2 || (await livingPostmaster(cluster))) return;
  await writeFile(fileOf(cluster), [NOBODY_PID, ...lines.slice(1)].join('\n'));
}

const fileOf = (cluster: string) => path.join(cluster, 'postmaster.pid');

async function linesOf(cluster: string): Promise<string[]> {
  return (await readFile(fileOf(cluster), 'utf8').catch(() => '')).split('\n');
}

async function isPostmaster(pid: number, cluster: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  // The server's working folder is its cluster; a process that waits for burial has none.
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(cluster));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES';
  }
}
