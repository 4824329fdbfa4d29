// node scripts/run.mjs PROGRAM [...]: installs and builds what is missing, then runs that program of dist/.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildServer } from './build.mjs';
import { ensureInstalled, refuseOldNode, ROOT } from './ensure-installed.mjs';

const [program, ...rest] = process.argv.slice(2);
refuseOldNode();
ensureInstalled();
buildServer();
// File names are meant from where the command was typed, so the folder is left as it is.
const child = spawn(
  process.execPath,
  ['--enable-source-maps', path.join(ROOT, `dist/${program}.js`), ...rest],
  {
    stdio: 'inherit',
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, PASSERELLE_ROOT: ROOT },
  },
);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
