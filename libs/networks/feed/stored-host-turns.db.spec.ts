import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { closeOutgoing } from '#platform/outgoing';
import type { Seals } from '#platform/sealing';
import { emptying, type TestDatabase, testDatabase } from '#platform/testing';
import { FeedServer, rss } from '../../../tests/simulators/feed-server.js';
import { BackfillSource } from '../backfill-source.job.js';
import type { ConnectorRegistry } from '../connector-registry.js';
import { PullSource } from '../pull-source.job.js';
import { SourceAccess } from '../source-access.js';
import { FeedConnector } from './feed-connector.js';
import { StoredHostTurns } from './stored-host-turns.js';

const HOST = 'courier.example';
let database: TestDatabase;
/** Of two workers. */
let connections: DataSource[];
let turns: StoredHostTurns;

beforeAll(async () => {
  database = await testDatabase();
  connections = await Promise.all(
    [1, 2].map(() => createDataSource({ url: database.url, entities: [] }).initialize()),
  );
  turns = new StoredHostTurns(connections[0]!);
});
afterAll(async () => {
  await closeOutgoing();
  await Promise.all((connections ?? []).map((one) => one.destroy()));
  await database?.drop();
});
beforeEach(() =>
  connections[0]!.query(
    emptying('feed_host, source, mention, mention_queue, mention_identity, mention_counter, event'),
  ),
);

const taken = async (host = HOST) => {
  const turn = await turns.take(host);
  if ('wait' in turn) throw new Error(`to be asked again at ${turn.wait.toISOString()}`);
  return turn;
};
const later = (seconds: number) =>
  connections[0]!.query(
    `update feed_host set next_at = next_at - $1 * interval '1 second',
       lease_until = lease_until - $1 * interval '1 second'`,
    [seconds],
  );

describe('the turn to ask a site', () => {
  it('is had by one of however many that come at the same moment, for each site', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, place) => new StoredHostTurns(connections[place % 2]!).take(HOST)),
    );
    expect(all.filter((turn) => 'end' in turn)).toHaveLength(1);
    for (const turn of all) if ('wait' in turn) expect(turn.wait.getTime()).toBeGreaterThan(Date.now());
    await taken('other.example');
  });

  it('comes again after the site has rested', async () => {
    await (await taken()).end({ seconds: 30 });
    await later(29);
    expect(await turns.take(HOST)).toMatchObject({ wait: expect.any(Date) });
    await later(2);
    await taken();
  });

  it('comes again at the moment that the site named', async () => {
    await (await taken()).end({ until: new Date(Date.now() + 600_000) });
    await later(500);
    expect(await turns.take(HOST)).toMatchObject({ wait: expect.any(Date) });
    await later(101);
    await taken();
  });

  it('is given to another when its worker has crashed, whose late word then changes nothing', async () => {
    const crashed = await taken();
    await later(119);
    expect(await turns.take(HOST)).toMatchObject({ wait: expect.any(Date) });
    await later(2);
    const next = await taken();
    await crashed.end({ seconds: 0 });
    expect(await turns.take(HOST)).toMatchObject({ wait: expect.any(Date) });
    await next.end({ seconds: 0 });
    await taken();
  });
});

describe('several feeds on one site', () => {
  it('are read one after the other by two workers, all of them, and none is said to be in trouble', async () => {
    const site = await FeedServer.start();
    let open = 0;
    let most = 0;
    const feeds = ['news', 'sport', 'local', 'culture'];
    for (const name of feeds) {
      site.serve(`/${name}.xml`, () => {
        most = Math.max(most, ++open);
        return { body: rss([{ id: name, title: `From ${name}` }]) };
      });
      await connections[0]!.query(
        `insert into source (network, realm, name, settings, pull_every_seconds)
         values ('feed', 'live', $1, $2, 300)`,
        [name, { url: site.url(`/${name}.xml`), allowPrivateAddress: true }],
      );
    }
    const workers = connections.map((dataSource) => {
      const hosts = new StoredHostTurns(dataSource);
      const counted = {
        take: async (host: string) => {
          const turn = await hosts.take(host);
          if ('wait' in turn) return turn;
          return {
            end: async (rest: { seconds: number } | { until: Date }) => {
              open = 0;
              await turn.end(rest);
            },
          };
        },
      };
      const registry = { get: () => new FeedConnector(counted), delivering: () => [] };
      return new PullSource(
        dataSource,
        registry as unknown as ConnectorRegistry,
        new SourceAccess(dataSource, {} as Seals),
      );
    });
    const ids: { id: string }[] = await connections[0]!.query('select id from source order by id');
    const { signal } = new AbortController();
    for (let round = 0; round < feeds.length; round++) {
      await later(10);
      await connections[0]!.query('update source set next_pull_at = now() where last_pull_at is null');
      await Promise.all(ids.map(({ id }, place) => workers[place % 2]!.run(id, signal)));
      const [{ read }] = await connections[0]!.query(
        'select count(last_pull_at)::int as read from source where failures = 0 and problem_code is null',
      );
      expect(read).toBeGreaterThan(round);
    }
    expect(most).toBe(1);
    const mentions = await connections[0]!.query('select text from mention');
    expect(mentions).toHaveLength(feeds.length);
    await site.stop();
  });

  it('let the past of one of them wait until the site has rested, and nothing is said to be wrong', async () => {
    const [dataSource] = connections;
    const site = await FeedServer.start();
    const url = site.serve('/news.xml', {
      body: rss([{ id: 'news', title: 'News', published: '2026-11-24T09:30:00Z' }]),
    });
    const [{ id }] = await dataSource!.query(
      `with made as (insert into source (network, realm, name, settings, pull_every_seconds)
         values ('feed', 'live', 'News', $1, 300) returning id)
       insert into source_backfill (source_id, from_at) select id, '2026-11-01' from made returning id`,
      [{ url, allowPrivateAddress: true }],
    );
    const registry = { get: () => new FeedConnector(turns) } as unknown as ConnectorRegistry;
    const access = new SourceAccess(dataSource!, {} as Seals);
    const backfill = new BackfillSource(dataSource!, registry, access);
    const { signal } = new AbortController();
    const state = async () =>
      (
        await dataSource!.query('select *, next_at - now() > $1 as waits from source_backfill', ['3 seconds'])
      )[0];

    const turn = await taken(new URL(url).host);
    await turn.end({ seconds: 60 });
    await backfill.run(id, signal);
    expect(await state()).toMatchObject({ state: 'running', failures: 0, problem_code: null, waits: true });
    expect(site.requests).toEqual([]);
    await later(60);
    await dataSource!.query('update source_backfill set next_at = now()');
    await backfill.run(id, signal);
    expect(await state()).toMatchObject({ state: 'done', stored: 1 });
    await site.stop();
  });
});
