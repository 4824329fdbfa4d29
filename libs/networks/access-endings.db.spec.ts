import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { emptying, type TestDatabase, testDatabase } from '#platform/testing';
import { AccessEndings } from './access-endings.js';

let database: TestDatabase;
let dataSource: DataSource;
let keeper: string;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: [] }).initialize();
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});
beforeEach(async () => {
  await dataSource.query(emptying('source, notice, notification, person, event'));
  const person = async (email: string, roles: string[]): Promise<string> =>
    (
      await dataSource.query(
        `insert into person (email, name, roles, locale) values ($1, $1, $2, 'en') returning id`,
        [email, roles],
      )
    )[0].id;
  keeper = await person('samir@example.org', ['administrator']);
  await person('tom@example.org', ['community_manager']);
});

async function connect(endsInDays: number | null, state = 'active'): Promise<string> {
  const [{ id }] = await dataSource.query(
    `insert into source (network, realm, name, state, pull_every_seconds, access_until)
     values ('facebook', 'live', 'Lumen', $1, 60, now() + $2 * interval '1 day') returning id`,
    [state, endsInDays],
  );
  return id;
}
const look = () => Promise.all([1, 2, 3].map(() => new AccessEndings(dataSource).tell()));
const told = (): Promise<{ people: string[]; params: { source: string; date: string } }[]> =>
  dataSource.query(
    `select person_ids as people, params from notice where kind = 'source.access_ending' order by id`,
  );

describe('an access that ends', () => {
  it('is told in time to whoever can renew it, once, however many workers look', async () => {
    const id = await connect(6.5);
    await look();
    await look();
    const [{ date }] = await dataSource.query(
      `select to_char(access_until at time zone 'UTC', 'YYYY-MM-DD') as date from source where id = $1`,
      [id],
    );
    expect(await told()).toEqual([{ people: [keeper], params: { source: 'Lumen', date } }]);
  });

  it('is told again when the renewed one ends', async () => {
    const id = await connect(6);
    await look();
    await dataSource.query(`update source set access_until = now() + interval '60 days' where id = $1`, [id]);
    await look();
    expect(await told()).toHaveLength(1);
    await dataSource.query(`update source set access_until = now() + interval '5 days' where id = $1`, [id]);
    await look();
    expect(await told()).toHaveLength(2);
  });

  it.each([
    ['that holds for good', null, 'active'],
    ['that lasts', 8, 'active'],
    ['that is over, which shows by itself', -1, 'active'],
    ['of a source that was removed', 3, 'removed'],
    ['of a source that needs somebody anyway', 3, 'needs_attention'],
  ])('is not told of one %s', async (_, days, state) => {
    await connect(days, state);
    await look();
    expect(await told()).toEqual([]);
  });
});
