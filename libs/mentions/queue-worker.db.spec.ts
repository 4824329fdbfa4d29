import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Config } from '#platform/config';
import { until } from '#platform/testing';
import { storePage } from './intake.js';
import { QueueWorker } from './queue-worker.js';
import { incoming, specWorkspace, type SpecWorkspace } from './workspace.fixture.js';

let workspace: SpecWorkspace;
beforeAll(async () => {
  workspace = await specWorkspace();
});
afterAll(() => workspace?.close());

const worker = () => new QueueWorker(workspace.dataSource, { databaseUrl: workspace.url } as Config);
const waiting = async (): Promise<number> =>
  Number((await workspace.dataSource.query(`select count(*) as n from mention_queue`))[0].n);
const allClassified = () => until(async () => (await waiting()) === 0, 'all mentions to be classified');
const listening = (workers = 1) =>
  until(async () => {
    const listeners: unknown[] = await workspace.dataSource.query(
      `select from pg_stat_activity
       where application_name = 'passerelle classification' and datname = current_database() and query like 'listen%'`,
    );
    return listeners.length === workers;
  }, `${workers} workers to listen`);

it('a mention is classified as soon as it is stored, and what waited before the start too', async () => {
  await storePage(workspace.dataSource, [incoming(1)]);
  const first = worker();
  // Whatever is stored has to wake it: it looks by itself when this test is long over.
  first.times.pollMs = 600_000;
  first.onApplicationBootstrap();
  await allClassified();
  await listening();
  for (let number = 2; number < 6; number += 1) {
    await storePage(workspace.dataSource, [incoming(number)]);
    await allClassified();
  }
  await first.beforeApplicationShutdown();
  await storePage(workspace.dataSource, [incoming(9)]);
  await new Promise((resolve) => setTimeout(resolve, 1300));
  expect(await waiting()).toBe(1);
});

it('several workers share a backlog, and lost listeners do not stop them', async () => {
  const workers = [worker(), worker(), worker()];
  workers.forEach((each) => each.onApplicationBootstrap());
  await listening(workers.length);
  await workspace.dataSource.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'passerelle classification' and datname = current_database()`,
  );
  await storePage(
    workspace.dataSource,
    Array.from({ length: 900 }, (_, place) => incoming(100 + place)),
  );
  await allClassified();
  await Promise.all(workers.map((each) => each.beforeApplicationShutdown()));
  const [{ n }] = await workspace.dataSource.query(
    `select sum(mentions)::integer as n from mention_counter where topic_id = 0`,
  );
  expect(n).toBe(906);
});
