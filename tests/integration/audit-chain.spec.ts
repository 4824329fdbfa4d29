import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { recordDecision, verifyChain } from '#audit';
import { createDataSource } from '#platform/database';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES }).initialize();
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

const record = (subjectId: string, source: DataSource = dataSource) =>
  source.transaction((manager) =>
    recordDecision(manager, {
      actor: null,
      action: 'topic.created',
      subjectType: 'topic',
      subjectId,
      after: { name: `topic ${subjectId}` },
    }),
  );

/** What somebody with full rights on the database could do behind the product's back. */
const tamper = (sql: string) =>
  dataSource.transaction(async (manager) => {
    await manager.query('alter table audit_entry disable trigger user');
    await manager.query(sql);
    await manager.query('alter table audit_entry enable trigger user');
  });

beforeEach(async () => {
  await tamper('delete from audit_entry');
  await dataSource.query(`update audit_head set position = 0, hash = repeat('0', 64)`);
  for (const id of ['1', '2', '3', '4', '5']) await record(id);
});

const verdict = () => verifyChain(dataSource.manager);

describe('the record of decisions', () => {
  it('holds as long as nothing was touched', async () => {
    expect(await verdict()).toMatchObject({ intact: true, entries: 5, brokenAt: null });
  });

  it.each([
    [
      'a text is changed',
      `update audit_entry set after = '{"name":"other"}' where position = 3`,
      '3',
      'content',
    ],
    [
      'somebody else is named',
      `update audit_entry set actor_name = 'Nobody' where position = 1`,
      '1',
      'content',
    ],
    [
      'a time is moved',
      `update audit_entry set at = at - interval '1 hour' where position = 5`,
      '5',
      'content',
    ],
    ['an entry is taken out', 'delete from audit_entry where position = 3', '4', 'gap'],
    ['the last entry is taken out', 'delete from audit_entry where position = 5', '5', 'gap'],
    [
      'an entry is replaced with a hash of its own',
      `update audit_entry set reason = 'x', hash = encode(sha256('x'), 'hex') where position = 2`,
      '2',
      'content',
    ],
  ])('shows where it is broken when %s', async (_, sql, brokenAt, brokenWhy) => {
    await tamper(sql);
    expect(await verdict()).toMatchObject({ intact: false, brokenAt, brokenWhy });
  });

  it('refuses to be changed by the product itself', async () => {
    await expect(dataSource.query(`update audit_entry set reason = 'x'`)).rejects.toThrow(/append-only/);
    await expect(dataSource.query('delete from audit_entry')).rejects.toThrow(/append-only/);
    await expect(dataSource.query('truncate audit_entry')).rejects.toThrow(/append-only/);
  });

  it('stays one chain when many decide at the same time', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => record(String(100 + index))));
    expect(await verdict()).toMatchObject({ intact: true, entries: 45 });
  });

  it('holds nothing of a decision that was rolled back', async () => {
    await expect(
      dataSource.transaction(async (manager) => {
        await recordDecision(manager, {
          actor: null,
          action: 'topic.created',
          subjectType: 'topic',
          subjectId: '9',
        });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await verdict()).toMatchObject({ intact: true, entries: 5 });
  });
});
