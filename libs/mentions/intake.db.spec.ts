import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { emptying, type TestDatabase, testDatabase } from '#platform/testing';
import { Classifier } from './classify-batch.js';
import { drainQueue } from './drain-queue.js';
import type { IncomingMention } from './incoming-mention.js';
import { storePage } from './intake.js';
import { claimFresh, claimOverdue, retryFailed } from './queue-claim.js';

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
beforeEach(async () => {
  await dataSource.query(
    emptying(`mention, mention_queue, mention_counter, mention_topic, event, topic, mention_identity`),
  );
});

const post = (number: number, given: Partial<IncomingMention> = {}): IncomingMention => ({
  realm: 'live',
  network: 'x',
  externalId: `post-${number}`,
  author: { handle: `author${number % 7}`, name: 'Someone', followers: 10 },
  text: `Post number ${number}: the delivery never arrived and nobody answers my mails`,
  publishedAt: new Date(Date.UTC(2026, 2 + (number % 3), 1 + (number % 20), 10, number % 60)),
  ...given,
});
const page = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, place) => post(from + place));
const count = async (sql: string): Promise<number> =>
  Number((await dataSource.query(`select count(*) as n from ${sql}`))[0].n);
const counted = async (): Promise<number> =>
  Number(
    (
      await dataSource.query(`select coalesce(sum(mentions), 0) as n from mention_counter where topic_id = 0`)
    )[0].n,
  );

describe('intake', () => {
  it('stores a page once, however often and from however many sides it comes', async () => {
    const overlapping = [page(0, 150), page(100, 250), page(50, 200).reverse(), page(0, 250)];
    const others = await Promise.all(
      overlapping.map(() => createDataSource({ url: database.url, entities: [], poolSize: 3 }).initialize()),
    );
    try {
      for (let round = 0; round < 5; round += 1) {
        await Promise.all(
          others.map(async (other, place) => {
            await storePage(other, overlapping[(place + round) % 4] ?? []);
            await drainQueue(other, { largestBatch: 40 });
          }),
        );
      }
    } finally {
      await Promise.all(others.map((other) => other.destroy()));
    }
    expect(await count('mention')).toBe(250);
    expect(await count('mention_identity')).toBe(250);
    expect(await count('mention where assessed_at is not null')).toBe(250);
    expect(await count('mention_queue')).toBe(0);
    expect(await counted()).toBe(250);
  });

  it('says of each mention what became of it, in the order of the page', async () => {
    const [first] = await storePage(dataSource, [post(1)]);
    const outcomes = await storePage(dataSource, [post(2), post(1), post(2), post(3, { text: '   ' })]);
    expect(outcomes).toEqual([
      { outcome: 'stored', mentionId: expect.any(String) },
      { ...first, outcome: 'known' },
      { outcome: 'known', mentionId: (outcomes[0] as { mentionId: string }).mentionId },
      { outcome: 'refused', field: 'text', reason: 'is required' },
    ]);
  });

  it('keeps one identity when a network gives another date later', async () => {
    await storePage(dataSource, [post(1)]);
    await storePage(dataSource, [post(1, { publishedAt: new Date('2025-01-01T00:00:00Z') })]);
    expect(await count('mention')).toBe(1);
  });

  it('keeps what must be true at the same moment, or nothing', async () => {
    await expect(
      storePage(dataSource, [post(1)], async () => {
        throw new Error('the cursor could not be kept');
      }),
    ).rejects.toThrow('the cursor could not be kept');
    expect(await count('mention')).toBe(0);
    expect(await count('mention_identity')).toBe(0);
    await storePage(dataSource, [post(1)]);
    expect(await count('mention')).toBe(1);
  });

  it('keeps the own posts of the organisation as context, never as work', async () => {
    await storePage(dataSource, [post(1, { own: true })]);
    expect(await count('mention where own and assessed_at is not null')).toBe(1);
    expect(await count('mention_queue')).toBe(0);
    await drainQueue(dataSource);
    expect(await counted()).toBe(0);
  });

  it('stores a mention of any month since 2000, and text with characters that are half broken', async () => {
    const outcomes = await storePage(dataSource, [
      post(1, { publishedAt: new Date('2000-01-01T00:00:00Z') }),
      post(2, {
        publishedAt: new Date('2019-12-31T23:59:59.999Z'),
        externalId: 'half \ud83d',
        text: 'a \udc00 b "c" \\ {d}',
      }),
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['stored', 'stored']);
    expect(
      (
        await dataSource.query(
          `select text from mention where published_at between '2019-01-01' and '2020-01-01'`,
        )
      )[0].text,
    ).toBe('a \ufffd b "c" \\ {d}');
  });
});

describe('the queue', () => {
  it('gives a lost worker’s mentions to another when the lease runs out, and counts them once', async () => {
    await storePage(dataSource, page(0, 20));
    const lost = await claimFresh(dataSource, 20, 0.2);
    expect(lost).toHaveLength(20);
    expect(await drainQueue(dataSource)).toEqual({ assessed: 0, failed: 0 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await drainQueue(dataSource)).toEqual({ assessed: 20, failed: 0 });
    // The worker was only slow and comes back with its batch.
    expect(await new Classifier(dataSource).classify(lost)).toEqual({ assessed: 0, failed: 0 });
    expect(await counted()).toBe(20);
  });

  it('writes nothing of a batch whose transaction breaks off, and all of it later', async () => {
    await storePage(dataSource, page(0, 10));
    const batch = await claimFresh(dataSource, 10, 0);
    await dataSource.query(
      `alter table event add constraint broken check (type <> 'mentions.assessed') not valid`,
    );
    const outcome = await new Classifier(dataSource).classify(batch);
    expect(outcome).toEqual({ assessed: 0, failed: 10 });
    expect(await counted()).toBe(0);
    expect(await count('mention_queue where problem is not null')).toBe(10);
    await dataSource.query(`alter table event drop constraint broken`);
    await dataSource.query(`update mention_queue set lease_until = now() - interval '1 second'`);
    await drainQueue(dataSource);
    expect(await counted()).toBe(10);
    expect(await count('mention_queue')).toBe(0);
  });

  it('classifies the others when one mention cannot be classified, and keeps that one with its problem', async () => {
    await storePage(dataSource, [...page(0, 9), post(9, { text: 'poison' })]);
    const { assess } = await import('#classification');
    const classifier = new Classifier(dataSource, (mention, ...rest) => {
      if (mention.text === 'poison') throw new Error('cannot be judged');
      return assess(mention, ...rest);
    });
    expect(await drainQueue(dataSource, { classifier })).toEqual({ assessed: 9, failed: 1 });
    for (let round = 0; round < 6; round += 1) {
      await dataSource.query(`update mention_queue set lease_until = now() - interval '1 second'`);
      await drainQueue(dataSource, { classifier });
    }
    expect(await dataSource.query(`select attempts, problem from mention_queue`)).toEqual([
      { attempts: 5, problem: 'cannot be judged' },
    ]);
    expect(await claimOverdue(dataSource)).toEqual([]);
    expect(await retryFailed(dataSource)).toBe(1);
    expect(await drainQueue(dataSource)).toEqual({ assessed: 1, failed: 0 });
    expect(await counted()).toBe(10);
  });

  it('tells screens what was assessed, each realm apart', async () => {
    await storePage(dataSource, [post(1), post(2, { realm: 'training', network: 'training' })]);
    await drainQueue(dataSource);
    const events = await dataSource.query(
      `select payload from event where type = 'mentions.assessed' order by id`,
    );
    expect(
      events.map((event: { payload: { realm: string; mentionIds: string[] } }) => [
        event.payload.realm,
        event.payload.mentionIds.length,
      ]),
    ).toEqual([
      ['live', 1],
      ['training', 1],
    ]);
    expect(await dataSource.query(`select realm, mentions from mention_counter order by realm`)).toEqual([
      { realm: 'live', mentions: 1 },
      { realm: 'training', mentions: 1 },
    ]);
  });
});
