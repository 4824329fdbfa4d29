import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { closeOutgoing } from '#platform/outgoing';
import type { Seals } from '#platform/sealing';
import { emptying, type TestDatabase, testDatabase } from '#platform/testing';
import { FeedServer, rss } from '../../tests/simulators/feed-server.js';
import { type Connector, type PulledPage, RetryLater } from './connector.js';
import type { ConnectorRegistry } from './connector-registry.js';
import { FeedConnector } from './feed/feed-connector.js';
import { freeHosts } from './feed/host-turns.fixture.js';
import { PullSource } from './pull-source.job.js';
import { MAY_BE_READ_SOONER } from './read-sooner.js';
import { SourceAccess } from './source-access.js';

let database: TestDatabase;
let dataSource: DataSource;
let site: FeedServer;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: [] }).initialize();
  site = await FeedServer.start();
});
afterAll(async () => {
  await site?.stop();
  await closeOutgoing();
  await dataSource?.destroy();
  await database?.drop();
});
beforeEach(() =>
  dataSource.query(emptying('source, mention, mention_queue, mention_identity, mention_counter, event')),
);

const { signal } = new AbortController();
const reader = (connector: Connector = new FeedConnector(freeHosts())) =>
  new PullSource(
    dataSource,
    { get: () => connector, delivering: () => [] } as unknown as ConnectorRegistry,
    new SourceAccess(dataSource, {} as Seals),
  );

async function connect(url: string, every = 60): Promise<string> {
  const [row]: { id: string }[] = await dataSource.query(
    `insert into source (network, realm, name, settings, pull_every_seconds)
     values ('feed', 'live', 'The Courier', $1, $2) returning id`,
    [{ url, allowPrivateAddress: true }, every],
  );
  return row!.id;
}
const makeDue = (id: string) =>
  dataSource.query(`update source set next_pull_at = now() - interval '1 second' where id = $1`, [id]);
const state = async (id: string) =>
  (
    await dataSource.query(
      `select *, extract(epoch from next_pull_at - now())::float8 as wait from source where id = $1`,
      [id],
    )
  )[0];
const texts = async (): Promise<string[]> =>
  (await dataSource.query('select text from mention order by id')).map(({ text }: { text: string }) => text);
const queued = async () => Number((await dataSource.query('select count(*) from mention_queue'))[0].count);

/** A network that gives numbered posts, so many a page, and breaks where it is told to. */
function numbered(total: number, pageSize: number, breaks: (from: number) => void = () => undefined) {
  const asked: number[] = [];
  const connector = {
    pull: async (_: unknown, cursor: unknown): Promise<PulledPage> => {
      const from = (cursor as { from: number } | null)?.from ?? 0;
      asked.push(from);
      breaks(from);
      const to = Math.min(total, from + pageSize);
      return {
        mentions: Array.from({ length: to - from }, (_, place) => ({
          externalId: `post-${from + place}`,
          text: `Post ${from + place}`,
          publishedAt: new Date('2026-11-24T08:00:00Z'),
        })),
        cursor: { from: to },
        more: to < total,
        refused: [],
      };
    },
  } as unknown as Connector;
  return { connector, asked };
}

describe('reading a source', () => {
  it('stores what is new, once, and moves on', async () => {
    const url = site.serve('/news', { body: rss([{ id: 'a', title: 'First' }]) });
    const id = await connect(url);
    await reader().run(id, signal);
    expect(await texts()).toEqual(['First\n\nMore on First']);
    expect(await queued()).toBe(1);
    expect(await state(id)).toMatchObject({
      mentions: '1',
      last_pull_stored: 1,
      failures: 0,
      problem_code: null,
    });
    // Not due yet: a second job for the same source does nothing.
    const before = site.requests.length;
    await reader().run(id, signal);
    expect(site.requests).toHaveLength(before);

    site.serve('/news', {
      body: rss([
        { id: 'b', title: 'Second' },
        { id: 'a', title: 'First' },
      ]),
    });
    await makeDue(id);
    await reader().run(id, signal);
    expect(await texts()).toHaveLength(2);
    expect(await state(id)).toMatchObject({ mentions: '2', last_pull_stored: 1 });
  });

  it('is done by one worker when several are told to', async () => {
    const { connector, asked } = numbered(30, 10);
    const id = await connect('http://courier.example/feed');
    await Promise.all(Array.from({ length: 5 }, () => reader(connector).run(id, signal)));
    expect(asked).toEqual([0, 10, 20]);
    expect(await texts()).toHaveLength(30);
  });

  it('goes on from the last whole page when the network breaks in the middle', async () => {
    let broken = true;
    const { connector, asked } = numbered(30, 10, (from) => {
      if (from === 20 && broken) throw new Error('connection reset');
    });
    const id = await connect('http://courier.example/feed');
    await reader(connector).run(id, signal);
    expect(await texts()).toHaveLength(20);
    expect(await state(id)).toMatchObject({ problem_code: 'pull-failed', failures: 1, cursor: { from: 20 } });
    broken = false;
    await makeDue(id);
    await reader(connector).run(id, signal);
    expect(asked).toEqual([0, 10, 20, 20]);
    expect(await texts()).toHaveLength(30);
    expect(await state(id)).toMatchObject({ problem_code: null, failures: 0, mentions: '30' });
  });

  it('loses no mention and counts none twice when it crashes between the mentions and the cursor', async () => {
    const { connector, asked } = numbered(10, 10);
    const id = await connect('http://courier.example/feed');
    await dataSource.query(
      `create function stop_here() returns trigger language plpgsql as $$ begin raise exception 'crash'; end $$`,
    );
    await dataSource.query(
      'create trigger stop_here before update of cursor on source for each row execute function stop_here()',
    );
    await reader(connector).run(id, signal);
    expect(await texts()).toEqual([]);
    expect(await state(id)).toMatchObject({ cursor: null, mentions: '0', problem_code: 'pull-failed' });
    await dataSource.query('drop function stop_here cascade');
    await makeDue(id);
    await reader(connector).run(id, signal);
    expect(asked).toEqual([0, 0]);
    expect(await texts()).toHaveLength(10);
    expect(await queued()).toBe(10);
    expect((await state(id)).mentions).toBe('10');
  });

  it('stops between pages when the worker stops, and is not blamed for it', async () => {
    const stopping = new AbortController();
    const { connector } = numbered(30, 10, (from) => {
      if (from === 10) stopping.abort();
    });
    const id = await connect('http://courier.example/feed');
    await reader(connector).run(id, stopping.signal);
    expect(await state(id)).toMatchObject({ cursor: { from: 20 }, failures: 0, state: 'active' });
  });

  it('keeps to the pause that the site asks for', async () => {
    const id = await connect(site.serve('/busy', { status: 429, headers: { 'retry-after': '600' } }));
    await reader().run(id, signal);
    const after = await state(id);
    expect(after).toMatchObject({ state: 'active', problem_code: 'retry-later', failures: 1 });
    expect(after.wait).toBeGreaterThan(590);
    expect(await reader().due()).toEqual([]);
  });

  it('lets all sources of an app wait when the app has used up its calls, and no others', async () => {
    const app = (appId: string) => ({ url: 'http://a.example/feed', appId, server: 'https://graph.example' });
    const id = await connect('http://a.example/feed');
    const [same, other] = [await connect('http://b.example/feed'), await connect('http://c.example/feed')];
    for (const [one, appId] of [
      [id, '7'],
      [same, '7'],
      [other, '8'],
    ] as const) {
      await dataSource.query('update source set settings = $2 where id = $1', [one, app(appId)]);
    }
    const at = new Date(Date.now() + 3_600_000);
    const connector = {
      pull: () => Promise.reject(new RetryLater(at, 'too many calls', 'app-limit')),
    } as unknown as Connector;
    await reader(connector).run(id, signal);
    expect(await state(id)).toMatchObject({ problem_code: 'app-limit', next_pull_at: at, not_before: at });
    expect(await state(same)).toMatchObject({ problem_code: null, next_pull_at: at, not_before: at });
    expect((await state(other)).wait).toBeLessThan(1);
  });

  it('does not let anything that is told cut a pause short', async () => {
    const { connector } = numbered(4, 2);
    const pausing = {
      pull: async (...given: Parameters<NonNullable<Connector['pull']>>) => ({
        ...(await connector.pull!(...given)),
        pauseUntil: new Date(Date.now() + 600_000),
      }),
    } as unknown as Connector;
    const id = await connect('http://a.example/feed');
    await reader(pausing).run(id, signal);
    expect(await texts()).toHaveLength(2);
    const told = async () =>
      (await dataSource.query(`select id from source where ${MAY_BE_READ_SOONER}`)).map(
        (row: { id: string }) => row.id,
      );
    expect(await told()).toEqual([]);
    await dataSource.query(`update source set not_before = now() - interval '1 second'`);
    expect(await told()).toEqual([id]);
  });

  it('asks for a person when the site has closed the feed, and stops asking the site', async () => {
    const id = await connect(site.serve('/closed', { status: 410 }));
    await reader().run(id, signal);
    expect(await state(id)).toMatchObject({ state: 'needs_attention', problem_code: 'feed-unreachable' });
    await makeDue(id);
    expect(await reader().due()).toEqual([]);
  });

  it('says of each post that cannot be stored which and why, and stores the rest', async () => {
    const body = rss([
      { id: 'a', title: 'Good' },
      { id: '', title: '' },
    ])
      .replace('<link>/a/</link>', '')
      .replace(/<description>&lt;p&gt;More on &lt;b&gt;&lt;.*?<\/description>/, '');
    const id = await connect(site.serve('/partly', { body }));
    await reader().run(id, signal);
    expect(await texts()).toHaveLength(1);
    const after = await state(id);
    expect(after).toMatchObject({ state: 'active', problem_code: 'items-refused' });
    expect(after.problem_detail).toMatch(/item 2: id has neither/);
  });

  it('leaves a source alone that is paused or gone', async () => {
    const id = await connect(site.serve('/paused', { body: rss([{ id: 'a', title: 'First' }]) }));
    await dataSource.query(`update source set state = 'paused' where id = $1`, [id]);
    await reader().run(id, signal);
    await reader().run('999999', signal);
    expect(await texts()).toEqual([]);
  });
});
