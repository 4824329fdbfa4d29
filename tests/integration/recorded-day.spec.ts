import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Findings } from '../day/day-findings.js';

/** A slice of the day as `npm run test:day` runs it: the rush of an afternoon, with a worker that is killed. */
async function slice(flags: string[]): Promise<{ code: number; networks: Findings; said: string }> {
  const run = spawn(
    process.execPath,
    ['dist/tests/day/main.js', '--from', '15', '--hours', '0.25', '--seed', '3', ...flags],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let printed = '';
  let said = '';
  run.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  run.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(run, 'close')) as [number];
  if (!printed.startsWith('{')) throw new Error(said);
  return { code, said, ...(JSON.parse(printed) as { networks: Findings }) };
}

describe('a day of all networks at 50 times the speed', () => {
  it('is stored whole and once, and no network is asked more than it allows', async () => {
    const { code, networks, said } = await slice([]);
    for (const [network, found] of Object.entries(networks)) {
      expect({ network, said, ...found }).toMatchObject({
        ...{ lost: 0, twice: 0, notErased: 0, outdated: 0, tooMany: 0, forged: 0 },
        atRest: true,
      });
      expect(found.lagShown === null).toBe(found.posts === 0);
    }
    const told = Object.values(networks).flatMap(({ deliveries }) => deliveries ?? []);
    expect(told).toHaveLength(4);
    for (const { taken, forged, forgedTaken, astray } of told) {
      expect({ forgedTaken, astray }).toEqual({ forgedTaken: 0, astray: 0 });
      expect(Math.min(taken, forged)).toBeGreaterThan(0);
    }
    for (const fate of ['twice', 'late', 'lost'] as const) {
      expect(told.reduce((sum, count) => sum + count[fate], 0)).toBeGreaterThan(0);
    }
    expect(Object.values(networks).reduce((sum, { posts }) => sum + posts, 0)).toBeGreaterThan(50);
    expect(Object.values(networks).reduce((sum, { edited }) => sum + edited, 0)).toBeGreaterThan(0);
    expect(Object.values(networks).filter(({ lag }) => lag !== null).length).toBeGreaterThan(4);
    expect(code).toBe(0);
  }, 900_000);

  it('shows a post that was lost', async () => {
    const { code, networks } = await slice(['--hours', '0.1', '--plant', 'forget']);
    expect(code).toBe(1);
    expect(Object.values(networks).reduce((sum, { lost }) => sum + lost, 0)).toBe(1);
  }, 900_000);
});
