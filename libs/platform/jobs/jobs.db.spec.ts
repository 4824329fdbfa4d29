import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';
import { createDataSource, inTransaction } from '#platform/database';
import { type TestDatabase, testDatabase, until } from '#platform/testing';
import { BullQueue } from './bullmq-queue.js';
import { GraphileQueue, migrateJobs } from './graphile-queue.js';
import type { JobContext, JobQueue } from './job-queue.js';

interface Driver {
  name: string;
  make(): JobQueue;
}

const redisUrl = process.env['TEST_REDIS_URL'];
let database: TestDatabase;
let dataSource: DataSource;
let prefix: string;

const DRIVERS: Driver[] = [
  {
    name: 'graphile-worker',
    make: () =>
      new GraphileQueue({ databaseUrl: database.url, concurrency: 2, log: () => undefined, pollMs: 100 }),
  },
];
if (redisUrl) {
  DRIVERS.push({
    name: 'BullMQ',
    make: () =>
      new BullQueue({ redisUrl, concurrency: 2, log: () => undefined, prefix, backoffMs: 20, lockMs: 1000 }),
  });
}

beforeAll(async () => {
  database = await testDatabase();
  await migrateJobs(database.url);
  dataSource = await createDataSource({ url: database.url, entities: [] }).initialize();
}, 60_000);
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

if (!redisUrl) {
  describe('jobs on BullMQ', () => {
    if (process.env['PASSERELLE_REQUIRE_REDIS'] === '1') {
      it('are tested on a real Redis', () => {
        throw new Error('PASSERELLE_REQUIRE_REDIS is set, but TEST_REDIS_URL is not');
      });
    } else {
      it.skip('are not tested here: TEST_REDIS_URL is not set', () => undefined);
    }
  });
}

describe.each(DRIVERS)('jobs on $name', ({ make }) => {
  let queues: JobQueue[];
  let seen: string[];
  const queue = () => {
    const made = make();
    queues.push(made);
    return made;
  };
  const note = async ({ id }: JobContext) => void seen.push(id);

  beforeEach(async () => {
    queues = [];
    seen = [];
    prefix = `test-${randomUUID()}`;
    await dataSource.query('delete from graphile_worker._private_jobs');
  });
  afterEach(async () => {
    await Promise.all(queues.map((each) => each.stop()));
  });

  it('run once, with the id of their row', async () => {
    const jobs = queue();
    await jobs.start({ 'row.work': note });
    await jobs.enqueue({ kind: 'row.work', id: '7' });
    await until(() => seen.length > 0, 'the job');
    await sleep(300);
    expect(seen).toEqual(['7']);
  });

  it('asked for twice while waiting, run once', async () => {
    const jobs = queue();
    await jobs.enqueue({ kind: 'row.work', id: '1' });
    await jobs.enqueue({ kind: 'row.work', id: '1' });
    await jobs.enqueue({ kind: 'row.work', id: '1', ifAbsent: true });
    await jobs.start({ 'row.work': note });
    await until(() => seen.length > 0, 'the job');
    await sleep(300);
    expect(seen).toEqual(['1']);
  });

  it('asked for again while running, run once more afterwards', async () => {
    const jobs = queue();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await jobs.start({
      'row.work': async ({ id }) => {
        seen.push(id);
        if (seen.length === 1) await held;
      },
    });
    await jobs.enqueue({ kind: 'row.work', id: '1' });
    await until(() => seen.length === 1, 'the job to begin');
    await jobs.enqueue({ kind: 'row.work', id: '1' });
    release();
    await until(() => seen.length === 2, 'the job to run again');
    expect(seen).toEqual(['1', '1']);
  });

  it('asked for only if absent, leave a running one alone', async () => {
    const jobs = queue();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await jobs.start({
      'row.work': async ({ id }) => {
        seen.push(id);
        await held;
      },
    });
    await jobs.enqueue({ kind: 'row.work', id: '1' });
    await until(() => seen.length === 1, 'the job to begin');
    await jobs.enqueue({ kind: 'row.work', id: '1', ifAbsent: true });
    release();
    await sleep(500);
    expect(seen).toEqual(['1']);
  });

  it('wait for their time, and are brought forward when asked for sooner', async () => {
    const jobs = queue();
    await jobs.start({ 'row.work': note });
    await jobs.enqueue({ kind: 'row.work', id: 'later', runAt: new Date(Date.now() + 60_000) });
    await jobs.enqueue({ kind: 'row.work', id: 'soon', runAt: new Date(Date.now() + 600) });
    await sleep(200);
    expect(seen).toEqual([]);
    await until(() => seen.includes('soon'), 'the job of soon');
    await jobs.enqueue({ kind: 'row.work', id: 'later' });
    await until(() => seen.includes('later'), 'the job of later');
  });

  it('that fail are tried again', async () => {
    const jobs = queue();
    const attempts: number[] = [];
    await jobs.start({
      'row.work': async ({ attempt }) => {
        attempts.push(attempt);
        if (attempt < 2) throw new Error('not yet');
      },
    });
    await jobs.enqueue({ kind: 'row.work', id: '1' });
    await until(() => attempts.length === 2, 'the second try');
    expect(attempts).toEqual([1, 2]);
  });

  it('of a transaction that is rolled back never run', async () => {
    const jobs = queue();
    await jobs.start({ 'row.work': note });
    await expect(
      inTransaction(dataSource, async (transaction) => {
        await jobs.enqueue({ kind: 'row.work', id: 'undone' }, transaction);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await inTransaction(dataSource, (transaction) =>
      jobs.enqueue({ kind: 'row.work', id: 'kept' }, transaction),
    );
    await until(() => seen.length > 0, 'the job that was kept');
    await sleep(300);
    expect(seen).toEqual(['kept']);
  });

  it('are shared by two workers, each run by one of them', async () => {
    const [first, second] = [queue(), queue()];
    const byWorker = { first: 0, second: 0 };
    const work = (worker: keyof typeof byWorker) => async (context: JobContext) => {
      byWorker[worker] += 1;
      await sleep(20);
      await note(context);
    };
    await first.start({ 'row.work': work('first') });
    await second.start({ 'row.work': work('second') });
    const ids = Array.from({ length: 40 }, (_, index) => String(index));
    await Promise.all(ids.map((id) => first.enqueue({ kind: 'row.work', id })));
    await until(() => seen.length >= ids.length, 'all jobs');
    await sleep(300);
    expect([...seen].sort()).toEqual([...ids].sort());
    expect(Math.min(byWorker.first, byWorker.second)).toBeGreaterThan(0);
  });

  it('that run are waited for when the worker stops, and no other is begun', async () => {
    const jobs = queue();
    await jobs.start({
      'row.work': async ({ id }) => {
        await sleep(300);
        seen.push(id);
      },
    });
    await jobs.enqueue({ kind: 'row.work', id: '1' });
    await sleep(150);
    await jobs.stop();
    queues = [];
    expect(seen).toEqual(['1']);
  });

  it('that wait are counted in the health', async () => {
    const jobs = queue();
    await jobs.enqueue({ kind: 'row.work', id: '1' });
    await jobs.enqueue({ kind: 'row.work', id: '2', runAt: new Date(Date.now() + 60_000) });
    expect(await jobs.health()).toMatchObject({ waiting: 2, running: 0, failed: 0 });
  });
});

(redisUrl ? describe : describe.skip)('jobs on BullMQ', () => {
  it('lost with all of Redis come back when the rows that are due are added again', async () => {
    prefix = `test-${randomUUID()}`;
    const jobs = new BullQueue({ redisUrl: redisUrl ?? '', concurrency: 1, log: () => undefined, prefix });
    const seen: string[] = [];
    await jobs.enqueue({ kind: 'row.work', id: '1' });
    const redis = new Redis(redisUrl ?? '');
    const keys = await redis.keys(`${prefix}:*`);
    await redis.del(keys);
    redis.disconnect();
    await jobs.start({ 'row.work': async ({ id }) => void seen.push(id) });
    await sleep(300);
    expect(seen).toEqual([]);
    await jobs.enqueue({ kind: 'row.work', id: '1', ifAbsent: true });
    await until(() => seen.length === 1, 'the job that was added again');
    await jobs.stop();
  });
});

describe('a job of a process that died', () => {
  it('is added again by the reconciliation once its lock is stale', async () => {
    const jobs = new GraphileQueue({
      databaseUrl: database.url,
      concurrency: 1,
      log: () => undefined,
      pollMs: 100,
    });
    const seen: string[] = [];
    await jobs.enqueue({ kind: 'row.work', id: '1' });
    await dataSource.query(
      `update graphile_worker._private_jobs set locked_at = now() - interval '3 minutes', locked_by = 'dead'`,
    );
    await jobs.start({ 'row.work': async ({ id }) => void seen.push(id) });
    await sleep(300);
    expect(seen).toEqual([]);
    await jobs.enqueue({ kind: 'row.work', id: '1', ifAbsent: true });
    await until(() => seen.length === 1, 'the job that was added again');
    await jobs.stop();
  });
});
