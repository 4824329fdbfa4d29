import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone } from './lock.mjs';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Ends the process with a plain line when this Node.js is too old. */
export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (fits) return;
  console.error(`Passerelle needs Node.js 20.19, 22.12 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * Installs the packages of package-lock.json unless they are installed already, by us or by hand. Returns what was
 * done, in words; throws when the packages cannot be installed.
 */
export function ensureInstalled() {
  if (isInstalled()) return 'up to date';
  return alone(path.join(ROOT, '.cache/install.lock'), () => {
    if (isInstalled()) return 'up to date';
    const { command, flags } = npm();
    const result = spawnSync(
      command,
      [...flags, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: ROOT,
        stdio: ['ignore', 'inherit', 'inherit'],
        shell: command === 'npm' && process.platform === 'win32',
      },
    );
    if (result.status !== 0)
      throw new Error('the packages could not be installed (npm ci failed, see above)');
    return 'installed';
  });
}

/** npm leaves in node_modules a list of what it has put there; every package that we lock must be in it. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const found = packagesIn('node_modules/.package-lock.json');
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(
    ([folder, { version, optional, integrity }]) =>
      folder === '' ||
      (found[folder] ? found[folder].version === version && found[folder].integrity === integrity : optional),
  );
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')).packages;
  } catch {
    return null;
  }
}

/** The same npm that runs us, when it is npm that runs us. */
export function npm() {
  const script = process.env.npm_execpath ?? '';
  return path.basename(script) === 'npm-cli.js'
    ? { command: process.execPath, flags: [script] }
    : { command: 'npm', flags: [] };
}
