import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--font-render-hinting=none',
];

/** A headless Chromium: the one that CHROMIUM_PATH names, or the one that comes as a package, on x64 Linux. */
export async function launchChromium(): Promise<Browser> {
  const given = process.env['CHROMIUM_PATH'];
  if (given) return chromium.launch({ executablePath: given, args: FLAGS });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium is packed for this machine: name one in CHROMIUM_PATH.');
  }
  const folder = await unpackedChromium();
  const executablePath = path.join(folder, 'chromium');
  return chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, ...environment(folder) } });
}

/** Unpacks once, into a folder that appears whole or not at all, however many test files ask at the same time. */
async function unpackedChromium(): Promise<string> {
  const home = path.resolve('node_modules/@sparticuz/chromium');
  const { version } = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = path.resolve(`.cache/chromium-${version}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  await unpackInto(draft);
  await rename(draft, folder).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  });
  return folder;
}

/** The package unpacks into the folder for temporary files: a process of its own has a folder of its own for them. */
async function unpackInto(folder: string): Promise<void> {
  await promisify(execFile)(process.execPath, [path.resolve('tests/setup/unpack-chromium.mjs')], {
    env: { ...process.env, TMPDIR: folder },
  });
}

/** On a bare machine Chromium misses libraries and fonts; both come with the package. */
function environment(folder: string): Record<string, string> {
  const starts = spawnSync(path.join(folder, 'chromium'), ['--version'], { stdio: 'ignore' }).status === 0;
  const fonts: Record<string, string> = existsSync('/usr/share/fonts')
    ? {}
    : { FONTCONFIG_PATH: path.join(folder, 'fonts') };
  return starts ? fonts : { ...fonts, LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') };
}
