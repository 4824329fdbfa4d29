import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { ROOT } from './ensure-installed.mjs';
import { alone } from './lock.mjs';

const SERVER = [
  'apps/api',
  'apps/worker',
  'apps/standalone',
  'libs',
  'migrations',
  'tests/bench',
  'tests/eval',
  'tests/train',
  'tests/faults',
  'tests/day',
  'tests/simulators',
];
const SHARED = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'];

/** Compiles api, worker, standalone, libs and migrations into dist/, unless nothing has changed since. */
export function buildServer() {
  return buildOnce('server', [...SERVER, ...SHARED], 'apps/standalone/src/main.js', () => {
    run('node_modules/@nestjs/cli/bin/nest.js', ['build', 'standalone']);
    copyBesideCode();
    for (const folder of ['apps/api', 'apps/worker', 'apps/standalone', 'libs', 'migrations', 'tests'])
      removeOrphans(folder);
  });
}

/** What the compiler does not know of: the numbers of the measured models, and the pictures of the ready scenarios. */
function copyBesideCode() {
  for (const folder of ['libs/classification/weights', 'libs/drills/ready/pictures'])
    cpSync(path.join(ROOT, folder), path.join(ROOT, 'dist', folder), { recursive: true });
}

/** Builds the console into dist/console, unless nothing has changed since. */
export function buildConsole() {
  return buildOnce('console', ['apps/console', 'libs', ...SHARED], 'console/index.html', () => {
    run('node_modules/vite/bin/vite.js', ['build', 'apps/console', '--logLevel', 'warn']);
    compressAssets();
  });
}

/** Beside each text of the built console, the same in Brotli: on a phone network that is a quarter of the wait. */
function compressAssets() {
  const folder = path.join(ROOT, 'dist/console/assets');
  for (const name of readdirSync(folder).filter((file) => /\.(js|css|svg)$/.test(file))) {
    const text = readFileSync(path.join(folder, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
    writeFileSync(path.join(folder, `${name}.br`), brotliCompressSync(text, { params }));
  }
}

function buildOnce(name, sources, result, build) {
  return alone(path.join(ROOT, '.cache', `build-${name}.lock`), () => {
    const marker = path.join(ROOT, 'dist', `.built-${name}`);
    const wanted = fingerprint(sources);
    const complete = existsSync(path.join(ROOT, 'dist', result));
    if (complete && existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return 'up to date';
    rmSync(marker, { force: true });
    // The compiler's memory of an earlier build would let it leave out files that are gone.
    if (!complete) rmSync(path.join(ROOT, 'dist/.tsbuildinfo'), { force: true });
    build();
    mkdirSync(path.dirname(marker), { recursive: true });
    writeFileSync(marker, wanted);
    return 'built';
  });
}

function run(script, flags) {
  const result = spawnSync(process.execPath, [path.join(ROOT, script), ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (result.status !== 0) throw new Error(`${path.basename(script, '.js')} ${flags.join(' ')} failed`);
}

/** Takes what was compiled from sources that are gone out of dist/, which is not emptied: a server may run from it. */
function removeOrphans(folder) {
  for (const file of filesBelow(path.join('dist', folder))) {
    const source = path.relative('dist', file).replace(/(\.d\.ts|\.js)(\.map)?$/, '');
    if (!['.ts', '.tsx', '.json', ''].some((end) => existsSync(path.join(ROOT, source + end)))) {
      rmSync(path.join(ROOT, file));
    }
  }
}

/** Over the contents of every source file, tests aside. */
function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesBelow).sort()) {
    hash.update(file).update(readFileSync(path.join(ROOT, file)));
  }
  return hash.digest('hex');
}

/** The file itself, or every file below the folder, as paths from the root. */
function filesBelow(relative) {
  let entries;
  try {
    entries = readdirSync(path.join(ROOT, relative), { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    return [relative];
  }
  return entries.flatMap((entry) => {
    const child = path.join(relative, entry.name);
    if (entry.isDirectory()) return filesBelow(child);
    return /\.spec\.tsx?$/.test(entry.name) ? [] : [child];
  });
}
