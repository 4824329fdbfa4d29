import { spawn } from 'node:child_process';
import type { ServerAccount } from './server-account.js';

/**
 * Runs a PostgreSQL program to its end, in a session of its own, as the given account. What the program prints is
 * kept for the error message; the server that pg_ctl leaves behind holds none of our pipes, so its end is seen by
 * `exit`, not by the closing of the pipes.
 */
export function runProgram(
  program: string,
  flags: readonly string[],
  account: ServerAccount | null,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, flags, {
      ...(account ?? {}),
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C', PGOPTIONS: '' },
    });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      child.stdout.destroy();
      child.stderr.destroy();
      if (code === 0) resolve();
      else reject(new Error(`${program} ${flags[0]} ended with ${code ?? signal}: ${output.trim()}`));
    });
  });
}
