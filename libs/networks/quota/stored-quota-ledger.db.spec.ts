import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { emptying, type TestDatabase, testDatabase } from '#platform/testing';
import { pacificDayOf } from './pacific-day.js';
import { StoredQuotaLedger } from './stored-quota-ledger.js';

const ACCOUNT = { network: 'youtube', project: '123456789012' };
let database: TestDatabase;
let dataSource: DataSource;
let ledger: StoredQuotaLedger;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: [] }).initialize();
  ledger = new StoredQuotaLedger(dataSource);
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});
beforeEach(() => dataSource.query(emptying('network_quota_day')));

const rows = () => dataSource.query('select * from network_quota_day order by day');
const answer = { units: 50, purpose: 'answering', limit: 1000, reserve: 0 } as const;

describe('the ledger of units', () => {
  it('never gives out more than the day has, to however many workers at once', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => ledger.take(ACCOUNT, answer)));
    expect(answers.filter(({ granted }) => granted)).toHaveLength(20);
    expect(answers.filter((one) => !one.granted && one.why === 'quota-spent')).toHaveLength(20);
    expect(await rows()).toMatchObject([{ used: 1000, answering: 1000 }]);
    expect(new Set(answers.filter(({ granted }) => granted).map(({ quota }) => quota.remaining)).size).toBe(
      20,
    );
  });

  it('counts each project by itself', async () => {
    const whole = { ...answer, units: 1000 };
    expect(await ledger.take(ACCOUNT, whole)).toMatchObject({ granted: true, quota: { remaining: 0 } });
    expect(await ledger.take(ACCOUNT, answer)).toMatchObject({ granted: false });
    expect(await ledger.take({ ...ACCOUNT, project: '2' }, answer)).toMatchObject({ granted: true });
  });

  it('begins anew with each day, and forgets the days of long ago', async () => {
    await dataSource.query(
      `insert into network_quota_day (network, project, day, used, closed)
       select $1, $2, $3::date - n, 1000, true from unnest(array[1, 2, 90]) as n`,
      [ACCOUNT.network, ACCOUNT.project, pacificDayOf(new Date()).day],
    );
    const { quota } = await ledger.take(ACCOUNT, answer);
    expect(quota).toEqual({
      limit: 1000,
      remaining: 950,
      resetsAt: pacificDayOf(new Date()).endsAt.toISOString(),
    });
    expect((await rows()).map(({ used }: { used: number }) => used)).toEqual([1000, 1000, 50]);
  });

  it('spreads readings, and lets answers through meanwhile', async () => {
    const read = { units: 400, purpose: 'reading', limit: 1000, reserve: 100 } as const;
    expect(await ledger.take(ACCOUNT, read)).toMatchObject({ granted: true });
    // Near the end of a day there is nothing left to be spread over.
    const [{ paid_until: paidUntil }] = await rows();
    expect(paidUntil.getTime()).toBeLessThanOrEqual(pacificDayOf(new Date()).endsAt.getTime());
    await dataSource.query(`update network_quota_day set paid_until = now() + interval '61 minutes'`);
    expect(await ledger.take(ACCOUNT, { ...read, units: 1 })).toMatchObject({
      granted: false,
      why: 'quota-spread',
    });
    expect(await ledger.take(ACCOUNT, answer)).toMatchObject({ granted: true });
  });

  it('believes the network when it says that nothing is left', async () => {
    await ledger.take(ACCOUNT, answer);
    const { startsAt, endsAt } = pacificDayOf(new Date());
    const at = await ledger.close(ACCOUNT);
    // In the first half hour of a day it may be the old one that is meant.
    const early = at.getTime() < startsAt.getTime() + 45 * 60_000;
    if (!early) expect(at).toEqual(endsAt);
    expect(await ledger.take(ACCOUNT, answer)).toMatchObject(
      early ? { granted: true } : { granted: false, why: 'quota-spent', quota: { remaining: 0 } },
    );
  });
});
