// npm start: installs and builds what is missing, then runs everything in one process until Ctrl-C.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildConsole, buildServer } from './build.mjs';
import { ensureInstalled, refuseOldNode, ROOT } from './ensure-installed.mjs';

const STEPS = 7;

refuseOldNode();
const { values } = readFlags();
process.chdir(ROOT);
step(1, 'Packages', ensureInstalled);
step(2, 'Server', buildServer);
step(3, 'Console', buildConsole);
runUntilStopped();

function readFlags() {
  try {
    return parseArgs({ options: { empty: { type: 'boolean' }, port: { type: 'string' } } });
  } catch (error) {
    console.error(`${error.message}\nUsage: npm start [-- --empty] [-- --port 3000]`);
    process.exit(2);
  }
}

function step(number, title, work) {
  const started = performance.now();
  try {
    const outcome = work();
    console.log(
      `[${number}/${STEPS}] ${title}: ${outcome} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
    );
  } catch (error) {
    console.error(`[${number}/${STEPS}] ${title}: ${error.message}`);
    process.exit(1);
  }
}

/** The server is a child in our process group: Ctrl-C reaches it from the terminal, other signals are passed on. */
function runUntilStopped() {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', path.join(ROOT, 'dist/apps/standalone/src/main.js')],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        PASSERELLE_STEPS_BEFORE: `3/${STEPS}`,
        ...(values.empty ? { PASSERELLE_EMPTY: 'true' } : {}),
        ...(values.port ? { PORT: values.port } : {}),
      },
    },
  );
  // At a terminal the child has had SIGINT already; a second one would cut its stop short.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
