import { readFileSync } from 'node:fs';

/**
 * A process id with the moment the process began, so that another program that was given the same id later (after a
 * reboot, or in a restarted container) is not taken for it. Where the system does not tell (no /proc), only the id.
 */
export function processIdentity(pid = process.pid): string {
  return `${pid} ${startOf(pid)}`;
}

/** Whether the process that wrote this identity still runs. */
export function isAlive(identity: string): boolean {
  const pid = Number(identity.split(' ')[0]);
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return processIdentity(pid) === identity.trim();
}

function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name of the program, in parentheses, may hold anything; the start time is the 20th field after it.
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    return `${boot} ${afterName.split(' ')[19]}`;
  } catch {
    return '-';
  }
}
