import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './ensure-installed.mjs';

const SERVER = ['apps/api', 'apps/worker', 'apps/standalone', 'libs', 'migrations', 'tests/bench'];
const SHARED = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'];

/** Compiles api, worker, standalone, libs and migrations into dist/, unless nothing has changed since. */
export function buildServer() {
  return buildOnce('server', [...SERVER, ...SHARED], () => {
    for (const folder of ['apps', 'libs', 'migrations', 'tests'])
      rmSync(path.join(ROOT, 'dist', folder), { recursive: true, force: true });
    rmSync(path.join(ROOT, 'dist/.tsbuildinfo'), { force: true });
    run('node_modules/.bin/nest', ['build', 'standalone']);
  });
}

/** Builds the console into dist/console, unless nothing has changed since. */
export function buildConsole() {
  return buildOnce('console', ['apps/console', 'libs', ...SHARED], () =>
    run('node_modules/.bin/vite', ['build', 'apps/console', '--logLevel', 'warn']),
  );
}

function buildOnce(name, sources, build) {
  const marker = path.join(ROOT, 'dist', `.built-${name}`);
  const wanted = fingerprint(sources);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return 'up to date';
  rmSync(marker, { force: true });
  build();
  mkdirSync(path.dirname(marker), { recursive: true });
  writeFileSync(marker, wanted);
  return 'built';
}

function run(command, flags) {
  const result = spawnSync(path.join(ROOT, command), flags, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (result.status !== 0) throw new Error(`${path.basename(command)} ${flags.join(' ')} failed`);
}

/** Over the contents of every source file, tests aside. */
function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesBelow(source)).sort()) {
    hash.update(file).update(readFileSync(path.join(ROOT, file)));
  }
  return hash.digest('hex');
}

function filesBelow(relative) {
  const full = path.join(ROOT, relative);
  if (!existsSync(full)) return [];
  let entries;
  try {
    entries = readdirSync(full, { withFileTypes: true });
  } catch {
    return [relative];
  }
  return entries.flatMap((entry) => {
    const child = path.join(relative, entry.name);
    if (entry.isDirectory()) return filesBelow(child);
    return /\.spec\.tsx?$/.test(entry.name) ? [] : [child];
  });
}
