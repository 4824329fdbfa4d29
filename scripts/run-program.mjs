import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './ensure-installed.mjs';

/**
 * Runs a program of dist/ until it ends; its exit code becomes ours. Each signal that we get reaches it exactly once:
 * it has a process group of its own, so Ctrl-C at the terminal comes to us alone, and we pass it on.
 */
export function runProgram(program, flags, { cwd = ROOT, env = {}, atEnd = () => undefined } = {}) {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', path.join(ROOT, 'dist', `${program}.js`), ...flags],
    {
      stdio: 'inherit',
      cwd,
      env: { ...process.env, ...env },
      detached: process.platform !== 'win32',
    },
  );
  const passOn = (signal) => child.kill(signal);
  process.on('SIGINT', passOn);
  process.on('SIGTERM', passOn);
  process.on('SIGHUP', () => passOn('SIGTERM'));
  stopWithNpm(() => passOn('SIGTERM'));
  child.on('exit', (code, signal) => {
    atEnd();
    process.exit(code ?? (signal ? 1 : 0));
  });
}

/** A signal to npm ends npm and the shell between us, but does not reach us: we notice that the shell is gone. */
function stopWithNpm(stop) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    stop();
  }, 250);
}
