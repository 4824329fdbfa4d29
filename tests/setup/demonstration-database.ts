import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { preparedTestDatabase, type TestDatabase } from '#platform/testing';

/** What is first to fall due in the demonstration does so two hours after it was prepared. */
const MAX_AGE_MS = 20 * 60_000;

/**
 * A database of its own with the demonstration, as it stands before the product starts: nothing has been brought in
 * yet. It is prepared once, by the program that does so for installations of several processes, and copied.
 */
export async function demonstrationDatabase(): Promise<TestDatabase> {
  return preparedTestDatabase({
    key: await readFile('dist/.built-server', 'utf8'),
    maxAgeMs: MAX_AGE_MS,
    fill: prepareDemonstration,
  });
}

async function prepareDemonstration(url: string): Promise<void> {
  const data = await mkdtemp(path.join(tmpdir(), 'passerelle-demonstration-'));
  const program = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/standalone/src/migrate.js'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      DATABASE_URL: url,
      REDIS_URL: '',
      PASSERELLE_DATA: data,
      PASSERELLE_DEMONSTRATION: 'true',
    },
  });
  let said = '';
  program.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(program, 'close')) as [number | null];
  await rm(data, { recursive: true, force: true });
  if (code !== 0) throw new Error(`The demonstration could not be prepared:\n${said}`);
}
