import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource, inTransaction } from '#platform/database';
import { emptying, type TestDatabase, testDatabase } from '#platform/testing';
import { eraseMentions } from './erase-mentions.js';
import type { IncomingMention } from './incoming-mention.js';
import { storePage } from './intake.js';
import { areTakenBack, keepOut } from './keep-out.js';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: [] }).initialize();
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});
beforeEach(() =>
  dataSource.query(
    emptying('mention, mention_queue, mention_counter, mention_topic, event, mention_identity'),
  ),
);

const post = (number: number): IncomingMention => ({
  realm: 'live',
  network: 'webhook',
  externalId: `1|post-${number}`,
  text: `Post ${number}`,
  publishedAt: new Date('2026-11-24T08:00:00Z'),
});
const idOf = (number: number) => post(number).externalId;
const takeBack = (...numbers: number[]) =>
  inTransaction(dataSource, async ({ manager }) => {
    await keepOut(manager, 'webhook', numbers.map(idOf));
    await eraseMentions(manager, { network: 'webhook', externalIds: numbers.map(idOf) });
  });
const readable = async (): Promise<string[]> =>
  (await dataSource.query(`select text from mention where text <> '' order by text`)).map(
    ({ text }: { text: string }) => text,
  );

describe('a post that its author took back', () => {
  it('does not come in when it comes later, and is told as known', async () => {
    await takeBack(1, 1);
    expect((await storePage(dataSource, [post(1), post(2)])).map(({ outcome }) => outcome)).toEqual([
      'known',
      'stored',
    ]);
    expect(await readable()).toEqual(['Post 2']);
    expect(await dataSource.query('select mention_id from mention_queue')).toHaveLength(1);
  });

  it('is not readable, whichever comes first of many that come at the same time', async () => {
    const numbers = Array.from({ length: 30 }, (_, place) => place);
    await Promise.all(
      numbers.flatMap((number) => {
        const both = [() => storePage(dataSource, [post(number)]), () => takeBack(number)];
        return (number % 2 === 0 ? both : both.reverse()).map((work) => work());
      }),
    );
    expect(await readable()).toEqual([]);
    await storePage(dataSource, numbers.map(post));
    expect(await readable()).toEqual([]);
  });

  it('is known as such, whether it was ever here or not', async () => {
    await storePage(dataSource, [post(1), post(2)]);
    await takeBack(1, 3);
    const asked = (number: number) =>
      inTransaction(dataSource, ({ manager }) => areTakenBack(manager, 'webhook', [idOf(number)]));
    expect([await asked(1), await asked(2), await asked(3), await asked(4)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
