import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerAccount } from './server-account.js';

/**
 * Runs a PostgreSQL program to its end, as the given account and in a session of its own: Ctrl-C in our terminal does
 * not reach it. Throws with what the program printed when it fails.
 */
export function runProgram(
  program: string,
  flags: readonly string[],
  account: ServerAccount | null,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, flags, {
      ...account,
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const closed = new Promise((done) => child.once('close', done));
    child.once('error', reject);
    // Not `close`: on some systems the server that pg_ctl leaves behind keeps our pipes open.
    child.once('exit', (code, signal) => {
      if (code === 0) {
        child.stdout.destroy();
        child.stderr.destroy();
        resolve();
        return;
      }
      void Promise.race([closed, sleep(1000)]).then(() =>
        reject(new Error(`${program} ${flags[0]} ended with ${code ?? signal}: ${output.trim()}`)),
      );
    });
  });
}
