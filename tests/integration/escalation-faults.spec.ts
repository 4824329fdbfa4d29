import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

interface Tally {
  fired: number;
  missed: number;
  twice: number;
  outOfOrder: number;
  silent: number;
  miscounted: number;
  kills: number;
  restarts: number;
}

/** The suite as `npm run test:faults` runs it. */
async function faults(flags: string[]): Promise<{ code: number; tally: Tally; said: string }> {
  const suite = spawn(process.execPath, ['dist/tests/faults/main.js', 'escalations', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let said = '';
  suite.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  suite.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(suite, 'close')) as [number];
  if (!printed.startsWith('{')) throw new Error(said);
  return { code, tally: JSON.parse(printed) as Tally, said };
}

describe('escalations whose workers are killed and whose database is restarted', () => {
  it('fire every step of every chain once and in order, and none falls silent', async () => {
    const { code, tally, said } = await faults(['--count', '200', '--seed', '1']);
    expect({ said, ...tally }).toMatchObject({
      fired: 200 * 6,
      missed: 0,
      twice: 0,
      outOfOrder: 0,
      silent: 0,
      miscounted: 0,
    });
    expect(code).toBe(0);
    expect(tally.kills).toBeGreaterThan(0);
    expect(tally.restarts).toBeGreaterThan(0);
  }, 600_000);

  it('and a worker that fires what it has not claimed is noticed', async () => {
    const { code, tally } = await faults(['--count', '60', '--seed', '1', '--plant', 'fire-unclaimed']);
    expect(code).toBe(1);
    expect(tally.twice).toBeGreaterThan(0);
  }, 600_000);
});
