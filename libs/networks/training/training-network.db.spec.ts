import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import type { Seals } from '#platform/sealing';
import { emptying, type TestDatabase, testDatabase } from '#platform/testing';
import type { ConnectorRegistry } from '../connector-registry.js';
import { PullSource } from '../pull-source.job.js';
import { SourceAccess } from '../source-access.js';
import { watchedSource } from '../source-view.fixture.js';
import { type Inject, ScenarioPlayer } from './scenario-player.js';
import { startScenario } from './scenario.service.js';
import { TrainingConnector } from './training-connector.js';
import { TrainingGateway } from './training-gateway.js';
import { TrainingNetwork } from './training-network.js';

let database: TestDatabase;
let dataSource: DataSource;
let network: TrainingNetwork;
let connector: TrainingConnector;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: [] }).initialize();
  network = new TrainingNetwork(dataSource);
  connector = new TrainingConnector(new TrainingGateway(dataSource, network));
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});
beforeEach(() =>
  dataSource.query(
    emptying(`scenario, scenario_run, training_post, source, mention, mention_queue, mention_identity, mention_counter,
       event`),
  ),
);

const START = new Date('2026-11-25T08:00:00Z');
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const inject = (atSeconds: number, more: Partial<Inject> = {}): Inject => ({
  atSeconds,
  authorHandle: 'lea',
  authorName: 'Léa',
  followers: 120,
  text: `Posted at ${atSeconds}`,
  ...more,
});

async function play(injects: readonly Inject[], speed = 1) {
  await dataSource.transaction((manager) =>
    startScenario(manager, {
      key: 'test',
      nameFr: 'Essai',
      nameEn: 'Test',
      descriptionFr: '',
      descriptionEn: '',
      injects,
    }),
  );
  await dataSource.query('update scenario_run set counted_at = $1, speed = $2', [START, speed]);
}
const player = () => new ScenarioPlayer(dataSource, network);
const texts = async (): Promise<string[]> =>
  (await dataSource.query('select text from training_post order by id')).map(
    (row: { text: string }) => row.text,
  );
const run = async () => (await dataSource.query('select * from scenario_run'))[0];
/** Ticks twice a second. */
async function tickThrough(from: number, to: number) {
  for (let at = from; at <= to; at += 0.5) await player().tick(after(at));
}

describe('a scenario', () => {
  it('posts each inject in its time, the answers below what they answer, and ends', async () => {
    await play([inject(1), inject(2, { inReplyToIndex: 0 }), inject(2)]);
    await tickThrough(0, 1.5);
    expect(await texts()).toEqual(['Posted at 1']);
    await tickThrough(2, 3);
    const posts = await dataSource.query('select * from training_post order by id');
    expect(posts).toHaveLength(3);
    expect(posts[1]).toMatchObject({ in_reply_to_id: posts[0].id, root_id: posts[0].id });
    expect(await run()).toMatchObject({ state: 'finished', posted: 3 });
    expect(await player().tick(after(100))).toBe(0);
  });

  it('is played once by any number of workers', async () => {
    await play(Array.from({ length: 40 }, (_, place) => inject(place / 20)));
    for (let at = 0.25; at <= 3; at += 0.25) {
      await Promise.all(Array.from({ length: 4 }, () => player().tick(after(at))));
    }
    expect(await texts()).toHaveLength(40);
    expect(
      new Set(
        (await dataSource.query('select inject from training_post')).map(
          (row: { inject: number }) => row.inject,
        ),
      ).size,
    ).toBe(40);
  });

  it('does not pour out what would have come while nobody played it', async () => {
    await play(Array.from({ length: 600 }, (_, place) => inject(place)));
    await tickThrough(0, 2);
    await player().tick(after(500));
    expect((await texts()).length).toBeLessThanOrEqual(6);
  });

  it('stands still when the clock jumps back, and goes on from there', async () => {
    await play(Array.from({ length: 20 }, (_, place) => inject(place)));
    await tickThrough(0, 5);
    const before = (await texts()).length;
    await player().tick(after(-3600));
    expect(await texts()).toHaveLength(before);
    await player().tick(after(-3598));
    expect((await texts()).length).toBeGreaterThan(before);
  });

  it('posts nothing while it is paused, and faster when it is told to', async () => {
    await play([inject(5), inject(10)], 10);
    await tickThrough(0, 0.5);
    expect(await texts()).toHaveLength(1);
    await dataSource.query(`update scenario_run set state = 'paused'`);
    await tickThrough(1, 5);
    expect(await texts()).toHaveLength(1);
  });
});

describe('the training network', () => {
  const source = watchedSource({ network: 'training' });
  const post = (text: string) =>
    network.post({
      authorHandle: 'lea',
      authorName: 'Léa',
      followers: 1,
      text,
      hasMedia: false,
      inReplyToId: null,
    });
  const { signal } = new AbortController();

  it('takes the same reply once, however often it is sent, and can be read back', async () => {
    const { id } = await post('Where is my refund?');
    const reply = {
      id: '7',
      text: 'It leaves today.',
      inReplyToExternalId: id,
      askedAt: new Date(),
      idempotencyKey: 'reply-7',
    };
    expect(await connector.find(source, reply)).toBe('none');
    const sent = await Promise.all(Array.from({ length: 5 }, () => connector.publish(source, reply)));
    expect(new Set(sent.map(({ externalId }) => externalId)).size).toBe(1);
    expect(await connector.find(source, reply)).toEqual(sent[0]);
    expect(await texts()).toEqual(['Where is my refund?', 'It leaves today.']);
  });

  it('gives the public’s posts to its source, those that were committed late too, and never our own', async () => {
    await dataSource.query(
      `insert into source (network, realm, name, pull_every_seconds) values ('training', 'training', 'Training', 5)`,
    );
    const pull = new PullSource(
      dataSource,
      { get: () => connector, delivering: () => [] } as unknown as ConnectorRegistry,
      new SourceAccess(dataSource, {} as Seals),
    );
    const late = dataSource.createQueryRunner();
    await late.startTransaction();
    await network.insert(late.manager, {
      authorHandle: 'slow',
      authorName: 'Slow',
      followers: 1,
      text: 'Begun first, committed last',
      hasMedia: false,
      inReplyToId: null,
      own: false,
      idempotencyKey: null,
      inject: null,
    });
    const { id } = await post('Begun last, committed first');
    await connector.publish(source, {
      id: '1',
      text: 'Ours',
      inReplyToExternalId: id,
      askedAt: new Date(),
      idempotencyKey: 'one',
    });
    await pull.run('1', signal);
    await late.commitTransaction();
    await late.release();
    await dataSource.query('update source set next_pull_at = now()');
    await pull.run('1', signal);
    await dataSource.query('update source set next_pull_at = now()');
    await pull.run('1', signal);
    const mentions: { text: string; realm: string }[] = await dataSource.query(
      'select text, realm from mention order by id',
    );
    expect(mentions).toEqual([
      { text: 'Begun last, committed first', realm: 'training' },
      { text: 'Begun first, committed last', realm: 'training' },
    ]);
  });

  it('does not let the public speak as the organisation', () => {
    expect(() =>
      network.post({
        authorHandle: 'LUMENMOBILITE',
        authorName: 'x',
        followers: 0,
        text: 'x',
        hasMedia: false,
        inReplyToId: null,
      }),
    ).toThrow(/handle of the organisation/);
  });
});
