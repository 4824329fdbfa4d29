import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { testDatabase, type TestDatabase } from '#platform/testing';
import { createDataSource } from './data-source.js';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: [] }).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('lives through the end of a connection that was just handed over', async () => {
  const { master } = dataSource.driver as unknown as { master: pg.Pool };
  const client = await master.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  expect(client.listenerCount('error')).toBeGreaterThan(0);
  const ended = new Promise((resolve) =>
    (client as pg.PoolClient & NodeJS.EventEmitter).once('end', resolve),
  );
  await dataSource.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await ended;
  client.release(true);
  expect(await dataSource.query('select 1 as one')).toEqual([{ one: 1 }]);
});
