import { link, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, processIdentity } from './process-identity.js';

const PATIENCE_MS = 600_000;
/** The second lock is held for a few file operations only: one this old was left by a process that died. */
const TAKEOVER_MS = 10_000;

/** Those who wait inside this process: they share its identity, so the file alone cannot tell them apart. */
const queues = new Map<string, Promise<unknown>>();
let attempts = 0;

/** Runs `work` while holding a lock file with our identity; a lock whose process has died is taken over. */
export async function withStartLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const full = path.resolve(file);
  const turn = (queues.get(full) ?? Promise.resolve()).then(() => whileLocked(full, work));
  const settled = turn.catch(() => undefined);
  queues.set(full, settled);
  void settled.then(() => queues.get(full) === settled && queues.delete(full));
  return turn;
}

async function whileLocked<T>(file: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await tryLock(file))) {
    if (Date.now() > deadline) throw new Error(`another process holds ${file} for too long`);
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function tryLock(file: string): Promise<boolean> {
  if (await create(file)) return true;
  if (await holderLives(file)) return false;
  // Only one may clear the dead holder's lock away, or a second one would take away the fresh lock of the first.
  const takeover = `${file}.takeover`;
  if (!(await create(takeover))) {
    const age = Date.now() - ((await stat(takeover).catch(() => null))?.mtimeMs ?? Date.now());
    if (age > TAKEOVER_MS) await rm(takeover, { force: true });
    return false;
  }
  try {
    if (await holderLives(file)) return false;
    await rm(file, { force: true });
    return await create(file);
  } finally {
    await rm(takeover, { force: true });
  }
}

/** A link appears with its content at once: nobody ever reads a lock that has no holder yet. */
async function create(file: string): Promise<boolean> {
  const draft = `${file}.${process.pid}.${attempts++}`;
  await writeFile(draft, processIdentity());
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function holderLives(file: string): Promise<boolean> {
  const holder = await readFile(file, 'utf8').catch(() => null);
  // Gone just now: the next attempt will find the way free.
  if (holder === null) return true;
  return isAlive(holder) && holder !== processIdentity();
}
