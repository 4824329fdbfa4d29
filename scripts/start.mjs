// npm start: installs and builds what is missing, then runs everything in one process until Ctrl-C.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildConsole, buildServer } from './build.mjs';
import { ensureInstalled, refuseOldNode, ROOT } from './ensure-installed.mjs';
import { releaseLock, takeLock } from './lock.mjs';
import { runProgram } from './run-program.mjs';

/** Ours and those of the program, which goes on counting. */
const STEPS = 7;

refuseOldNode();
const { empty, port } = readFlags();
process.chdir(ROOT);
const data = path.resolve(process.env.PASSERELLE_DATA || 'data');
const lock = path.join(data, 'start.lock');
await stopHereWhenRunning();
process.on('exit', () => releaseLock(lock));
await refuseTakenPort();
step(1, 'Packages (some minutes the first time)', ensureInstalled);
step(2, 'Server', buildServer);
step(3, 'Console', buildConsole);
runProgram('apps/standalone/src/main', [], {
  env: {
    PORT: String(port),
    PASSERELLE_STEPS_BEFORE: `3/${STEPS}`,
    ...(empty ? { PASSERELLE_EMPTY: 'true' } : {}),
  },
});

function readFlags() {
  try {
    const { values } = parseArgs({ options: { empty: { type: 'boolean' }, port: { type: 'string' } } });
    // npm keeps flags to itself when the `--` before them is forgotten; it hands them on in this way.
    const { npm_config_empty, npm_config_port } = process.env;
    const given = values.port ?? npm_config_port ?? (process.env.PORT || '3000');
    if (!/^\d{1,5}$/.test(given) || Number(given) > 65535) throw new Error(`${given} is not a port`);
    return { empty: values.empty ?? npm_config_empty === 'true', port: Number(given) };
  } catch (error) {
    console.error(`${error.message}\nUsage: npm start [-- --empty] [-- --port 3000]`);
    process.exit(2);
  }
}

/** Starting twice is harmless: the second one says where the first one is. */
async function stopHereWhenRunning() {
  const holder = takeLock(lock);
  const running = await runningServer();
  if (running) {
    // Also when its starter was killed: the server itself lives on until it is told to stop.
    console.log(`Passerelle is running already: ${running.url} (process ${running.pid})`);
  } else if (holder !== null) {
    console.log(`Passerelle is being started already (process ${holder}).`);
  } else {
    return;
  }
  releaseLock(lock);
  process.exit(0);
}

/** What the server of this data folder wrote down, if it answers. */
async function runningServer() {
  try {
    const running = JSON.parse(readFileSync(path.join(data, 'running.json'), 'utf8'));
    process.kill(running.pid, 0);
    const health = await fetch(new URL('/health', running.url), { signal: AbortSignal.timeout(3000) });
    return health.ok ? running : null;
  } catch {
    return null;
  }
}

/** Found out before the minutes of a first start rather than after them. */
async function refuseTakenPort() {
  const problem = await new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, process.env.HOST || '0.0.0.0', () => server.close(() => resolve(null)));
  });
  if (!problem) return;
  const reason =
    problem.code === 'EADDRINUSE' ? 'is used by another program' : `cannot be used (${problem.code})`;
  console.error(`Port ${port} ${reason}. Another one: npm start -- --port ${port + 1}`);
  process.exit(1);
}

function step(number, title, work) {
  const started = performance.now();
  console.log(`[${number}/${STEPS}] ${title} …`);
  try {
    const outcome = work();
    console.log(`      ${outcome} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  } catch (error) {
    console.error(`      failed: ${error.message}`);
    process.exit(1);
  }
}
