import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

interface Tally {
  sent: number;
  twice: number;
  lost: number;
  altered: number;
  contradicted: number;
  overtaken: number;
  unrecorded: number;
  faults: { workers: { killed?: number }; server: { restarted: number } };
}

/** The suite as `npm run test:faults` runs it. */
async function faults(flags: string[]): Promise<{ code: number; tally: Tally; said: string }> {
  const suite = spawn(process.execPath, ['dist/tests/faults/main.js', 'replies', ...flags], {
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

describe('replies under every fault', () => {
  it('are sent exactly once, or visibly uncertain or refused: never twice, never lost, never in other words', async () => {
    const { code, tally, said } = await faults(['--runs', '20', '--seed', '1']);
    expect({ said, ...tally }).toMatchObject({
      twice: 0,
      lost: 0,
      altered: 0,
      contradicted: 0,
      overtaken: 0,
      unrecorded: 0,
    });
    expect(code).toBe(0);
    expect(tally.sent).toBeGreaterThan(5);
    expect(tally.faults.workers.killed).toBeGreaterThan(0);
    expect(tally.faults.server.restarted).toBe(1);
  }, 900_000);

  it.each([
    ['an uncertain reply sent again', 'resend-uncertain', 'twice'],
    ['other words put into a reply', 'other-words', 'altered'],
  ] as const)(
    'and %s is noticed',
    async (_, plant, wrong) => {
      const { code, tally } = await faults(['--runs', '16', '--seed', '1', '--plant', plant]);
      expect(code).toBe(1);
      expect(tally[wrong]).toBeGreaterThan(0);
    },
    900_000,
  );
});
