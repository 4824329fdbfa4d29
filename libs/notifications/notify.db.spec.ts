import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { type Notice, notify } from './notify.js';

const NOTICE: Notice = {
  kind: 'source.attention',
  personIds: ['3', '1', '3'],
  level: 0,
  groupKey: 'source:4',
  params: { source: 'Complaints feed' },
  link: '/sources',
};

describe('asking that people be told', () => {
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
  const stored = (): Promise<unknown[]> =>
    dataSource.query('select kind, person_ids, level, group_key, params, link from notice');

  it('is taken back with the transaction in which it was asked', async () => {
    const failed = dataSource.transaction(async (manager) => {
      await notify(manager, NOTICE);
      throw new Error('the change was refused');
    });
    await expect(failed).rejects.toThrow('refused');
    expect(await stored()).toEqual([]);
  });

  it('is written down once for each person', async () => {
    await dataSource.transaction((manager) => notify(manager, NOTICE));
    expect(await stored()).toEqual([
      {
        kind: 'source.attention',
        person_ids: ['3', '1'],
        level: 0,
        group_key: 'source:4',
        params: { source: 'Complaints feed' },
        link: '/sources',
      },
    ]);
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example', 'library/1'])(
    'never links outside the console: %s',
    async (link) => {
      await expect(notify(dataSource.manager, { ...NOTICE, link })).rejects.toThrow(RangeError);
    },
  );

  it.each([-1, 6, 2.5])('knows no level %d', async (level) => {
    await expect(notify(dataSource.manager, { ...NOTICE, level })).rejects.toThrow(RangeError);
  });
});
