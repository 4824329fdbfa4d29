import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { demonstrationDatabase } from './demonstration-database.js';

export interface RunningProduct {
  url: string;
  databaseUrl: string;
  /** What the program has said so far. */
  printed(): string;
  stop(): Promise<void>;
  /** Ends it without a word, as a power cut does; `stop` tidies up behind it all the same. */
  kill(): Promise<void>;
}

/**
 * The product as `npm start` runs it, built, in a process of its own, with the demonstration workspace in a database of
 * its own, which was prepared a little earlier; `prepared: false` has the product prepare it now, at its first start.
 * The scenario is paused at the start unless a test wants it: what arrives is then what the test sends.
 */
export async function startProduct(
  settings: Record<string, string> = {},
  { prepared = true }: { prepared?: boolean } = {},
): Promise<RunningProduct> {
  const database = await databaseFor(settings, prepared);
  const data = await mkdtemp(path.join(tmpdir(), 'passerelle-browser-'));
  const program = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/standalone/src/main.js'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: database.url,
      REDIS_URL: '',
      PASSERELLE_DATA: data,
      PASSERELLE_REPLY_DELAY: '1',
      ...settings,
    },
  });
  const cleanUp = async () => {
    await stopped(program);
    await database.drop();
    await rm(data, { recursive: true, force: true });
  };
  try {
    const said = listen(program);
    const url = await addressPrinted(program, said);
    return { url, databaseUrl: database.url, printed: said, stop: cleanUp, kill: () => killed(program) };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

function databaseFor(settings: Record<string, string>, prepared: boolean): Promise<TestDatabase> {
  const given = settings['DATABASE_URL'];
  if (given) return Promise.resolve({ url: given, drop: () => Promise.resolve() });
  return prepared && settings['PASSERELLE_EMPTY'] !== 'true' ? demonstrationDatabase() : testDatabase();
}

async function stopped(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const end = once(program, 'exit');
  program.kill('SIGTERM');
  const impatient = setTimeout(() => program.kill('SIGKILL'), 15_000);
  await end;
  clearTimeout(impatient);
}

async function killed(program: ChildProcess): Promise<void> {
  const end = once(program, 'exit');
  program.kill('SIGKILL');
  await end;
}

function listen(program: ChildProcess): () => string {
  let text = '';
  const read = (chunk: Buffer) => {
    text += chunk.toString();
  };
  program.stdout?.on('data', read);
  program.stderr?.on('data', read);
  return () => text;
}

/** The program says its address at the very end of its start, just before `Ctrl-C stops everything`. */
function addressPrinted(program: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const address = /Passerelle is ready: (\S+)/.exec(printed())?.[1];
      if (address && printed().includes('Ctrl-C')) resolve(address);
    };
    program.stdout?.on('data', look);
    program.once('exit', (code) => reject(new Error(`Passerelle ended with ${code}:\n${printed()}`)));
  });
}
