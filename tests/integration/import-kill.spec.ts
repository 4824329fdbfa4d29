import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '#platform/testing';

const ROWS = 20_000;

let database: TestDatabase;
let client: pg.Client;
let folder: string;
let file: string;

beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  folder = await mkdtemp(path.join(tmpdir(), 'passerelle-kill-'));
  file = path.join(folder, 'posts.jsonl');
  const lines = Array.from({ length: ROWS }, (_, index) =>
    JSON.stringify({
      network: 'x',
      externalId: `post-${index}`,
      text: index % 100 === 99 ? '' : `message number ${index}`,
      publishedAt: new Date(Date.UTC(2026, 9, 1) + index * 60_000).toISOString(),
    }),
  );
  await writeFile(file, lines.join('\n'));
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

/** The program as `npm run import` runs it. */
function program() {
  return spawn(process.execPath, ['dist/apps/standalone/src/import.js', file], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DATABASE_URL: database.url, PASSERELLE_DATA: folder },
  });
}

async function rowsReported(): Promise<number> {
  const { rows } = await client.query('select count(*)::int as count from import_row');
  return (rows[0] as { count: number }).count;
}

describe('an import that is killed in the middle', () => {
  it('goes on when it is started again, and every row is stored and reported once', async () => {
    for (const share of [0.1, 0.4, 0.7]) {
      const running = program();
      const ended = once(running, 'exit');
      while (running.exitCode === null && (await rowsReported()) < ROWS * share) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      running.kill('SIGKILL');
      await ended;
      expect(await rowsReported()).toBeLessThan(ROWS);
    }

    const last = program();
    const [code] = (await once(last, 'exit')) as [number];
    expect(code).toBe(3);
    const { rows: runs } = await client.query('select state, stored, known, refused, lines from import_run');
    expect(runs).toEqual([
      { state: 'done', stored: ROWS * 0.99, known: 0, refused: ROWS * 0.01, lines: ROWS },
    ]);
    const { rows } = await client.query(
      `select (select count(*)::int from mention) as mentions,
         (select count(distinct external_id)::int from mention) as posts,
         (select count(*)::int from import_row) as reported,
         (select count(*)::int from mention where assessed_at is null) as unassessed,
         (select sum(mentions)::int from mention_counter where topic_id = 0) as counted`,
    );
    expect(rows).toEqual([
      {
        mentions: ROWS * 0.99,
        posts: ROWS * 0.99,
        reported: ROWS,
        unassessed: 0,
        counted: ROWS * 0.99,
      },
    ]);
  });
});
