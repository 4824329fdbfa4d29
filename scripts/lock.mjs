import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Takes the lock for this process and returns null, or returns the process id of the living one that holds it. The
 * lock of a process that died is taken over.
 */
export function takeLock(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, identity(process.pid));
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        // A link appears with its content at once, so a lock without a holder is never seen.
        linkSync(draft, file);
        return null;
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holder = holderOf(file);
      if (holder !== null && holder !== process.pid) return holder;
      rmSync(file, { force: true });
      if (attempt === 10) throw new Error(`${file} cannot be taken`);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Gives the lock back, if it is ours. */
export function releaseLock(file) {
  if (holderOf(file) === process.pid) rmSync(file, { force: true });
}

/** Does the work while nobody else in this checkout does work of the same name; waits for those who do. */
export function alone(file, work) {
  let told = false;
  for (let holder = takeLock(file); holder !== null; holder = takeLock(file)) {
    if (!told) console.log(`waiting for process ${holder}, which does the same …`);
    told = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  try {
    return work();
  } finally {
    releaseLock(file);
  }
}

/** Process id of the living holder, or null. */
function holderOf(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  const pid = Number(text.split(' ')[0]);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return null;
  }
  return identity(pid) === text ? pid : null;
}

/** The id with the moment the process began: after a reboot the same id belongs to another program. */
function identity(pid) {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const began = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[19];
    return `${pid} ${boot} ${began}`;
  } catch {
    return `${pid} -`;
  }
}
