import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

interface Running {
  pid: number;
  url: string;
}

const fileOf = (dataDirectory: string) => path.join(dataDirectory, 'running.json');

/** The process that serves this data folder now, if one does; a file left by a process that died is ignored. */
export async function alreadyRunning(dataDirectory: string): Promise<Running | null> {
  const text = await readFile(fileOf(dataDirectory), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const running = JSON.parse(text) as Running;
    if (running.pid === process.pid) return null;
    process.kill(running.pid, 0);
    // A process id may have been given to another program since: only one that answers is ours.
    const health = await fetch(new URL('/health', running.url), { signal: AbortSignal.timeout(3000) });
    return health.ok ? running : null;
  } catch {
    return null;
  }
}

/** Says that this process serves the folder; returns how to take that back. */
export async function keepRunningFile(dataDirectory: string, url: string): Promise<() => Promise<void>> {
  await mkdir(dataDirectory, { recursive: true });
  await writeFile(fileOf(dataDirectory), JSON.stringify({ pid: process.pid, url }));
  return () => rm(fileOf(dataDirectory), { force: true });
}
