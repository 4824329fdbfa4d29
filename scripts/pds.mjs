import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { npm, ROOT } from './ensure-installed.mjs';
import { alone } from './lock.mjs';

const PLACE = path.join(ROOT, '.cache/pds');
const LOCK = 'package-lock.json';

/**
 * Installs the server that Bluesky is tested against and the types of YouTube, of tests/pds/package.json, into .cache/pds:
 * 270 MB that the product does not carry. Its SQLite comes ready made or is compiled. Throws when it cannot be had.
 */
export function ensurePds() {
  const done = path.join(PLACE, 'installed.json');
  const wanted = readFileSync(path.join(ROOT, 'tests/pds', LOCK), 'utf8');
  const isInstalled = () => existsSync(done) && readFileSync(done, 'utf8') === wanted;
  if (isInstalled()) return;
  alone(path.join(ROOT, '.cache/pds.lock'), () => {
    if (isInstalled()) return;
    mkdirSync(PLACE, { recursive: true });
    for (const file of ['package.json', LOCK])
      copyFileSync(path.join(ROOT, 'tests/pds', file), path.join(PLACE, file));
    copyFileSync(path.join(ROOT, '.npmrc'), path.join(PLACE, '.npmrc'));
    const { command, flags } = npm();
    const { status } = spawnSync(command, [...flags, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: PLACE,
      env: { ...process.env, ...headersOfNode() },
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: command === 'npm' && process.platform === 'win32',
    });
    if (status !== 0)
      throw new Error('the server for Bluesky could not be installed (npm ci failed, see above)');
    copyFileSync(path.join(PLACE, LOCK), done);
  });
}

/** Where Node.js came with its headers, nothing has to be fetched in order to compile for it. */
function headersOfNode() {
  const prefix = path.resolve(path.dirname(process.execPath), '..');
  return existsSync(path.join(prefix, 'include/node/node.h')) ? { npm_config_nodedir: prefix } : {};
}
