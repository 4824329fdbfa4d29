import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { storeMentions } from '#mentions';
import { inTransaction } from '#platform/database';
import { XServer } from '../../tests/simulators/x-server.js';
import type { ConnectorRegistry } from './connector-registry.js';
import { streamSpace, type StreamSpace } from './live/streams.fixture.js';
import { LookForGone } from './look-for-gone.job.js';
import { XConnector } from './x/x-connector.js';

const COUNT = 1050;
const DAY_MS = 86_400_000;
const { signal } = new AbortController();
const connector = new XConnector();
const registry = { get: () => connector, asked: () => ['x'] } as unknown as ConnectorRegistry;
let space: StreamSpace;
let dataSource: DataSource;
let x: XServer;
let sourceId: string;

beforeAll(async () => {
  space = await streamSpace();
  ({ dataSource } = space);
});
afterAll(() => space?.close());
beforeEach(async () => {
  await space.empty();
  x = await new XServer().listen();
  [{ id: sourceId }] = await dataSource.query(
    `insert into source (network, realm, name, settings, sealed_credentials, pull_every_seconds)
     values ('x', 'live', 'Lumen', $1, $2, 60) returning id`,
    [x.settings, space.access.seal(x.credentials)],
  );
  // The oldest first, over twenty days.
  x.posts = Array.from({ length: COUNT }, (_, number) => ({
    id: String(1000 + number),
    text: `Post ${number}`,
    at: new Date(Date.now() - ((COUNT - number) / COUNT) * 20 * DAY_MS),
  }));
  for (let from = 0; from < COUNT; from += 500) {
    const page = x.posts.slice(from, from + 500).map((post) => ({
      realm: 'live' as const,
      network: 'x',
      sourceId,
      externalId: x.externalId(post.id),
      url: null,
      author: { handle: '@ana', name: 'Ana', followers: 1, url: null },
      text: post.text,
      publishedAt: post.at,
      inReplyTo: null,
      conversationKey: null,
      own: false,
      hasMedia: false,
      extra: null,
    }));
    await inTransaction(dataSource, ({ manager }) => storeMentions(manager, page));
  }
});
afterEach(() => x.stop());

const turn = async () => {
  await dataSource.query(`update source set next_gone_check_at = now() - interval '1 second'`);
  await new LookForGone(dataSource, registry, space.access).run(sourceId, signal);
};
const wait = async (): Promise<number> =>
  (
    await dataSource.query(
      'select extract(epoch from next_gone_check_at - now())::float8 / 60 as minutes from source',
    )
  )[0].minutes;
const askedFor = () =>
  x.requests
    .filter(({ url }) => url.pathname === '/2/tweets')
    .flatMap(({ url }) => (url.searchParams.get('ids') ?? '').split(','));
const erased = async (): Promise<number> =>
  (await dataSource.query('select count(*)::int as count from mention where erased_at is not null'))[0].count;

describe('looking for posts that are gone', () => {
  it('goes round all posts of a month in turns, each asked for once, and begins again', async () => {
    const hidden = [0, 500, COUNT - 1].map((place) => x.posts[place]!);
    for (const post of hidden) post.hidden = true;
    await turn();
    expect(await wait()).toBeLessThan(11);
    await turn();
    await turn();
    expect(askedFor()).toHaveLength(COUNT);
    expect(new Set(askedFor()).size).toBe(COUNT);
    expect(await erased()).toBe(3);
    expect(await wait()).toBeGreaterThan(55);
    // The next round of the day looks back a week only.
    await turn();
    const again = askedFor().slice(COUNT);
    expect(again.length).toBeGreaterThan(COUNT * 0.3);
    expect(again.length).toBeLessThan(COUNT * 0.4);
  });

  it('goes on where X asked for a pause, after as long as it asked for', async () => {
    x.faults.push({ path: '/2/tweets', fault: 'none' });
    x.faults.push({ path: '/2/tweets', fault: { status: 429, headers: { 'retry-after': '7200' } } });
    await turn();
    expect(await wait()).toBeGreaterThan(100);
    expect(askedFor()).toHaveLength(200);
    await turn();
    await turn();
    // The batch that was refused was asked for once more, and no other.
    expect(askedFor()).toHaveLength(COUNT + 100);
    expect(new Set(askedFor()).size).toBe(COUNT);
  });
});
