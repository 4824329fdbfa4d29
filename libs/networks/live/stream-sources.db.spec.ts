import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { until } from '#platform/testing';
import { MastodonServer, type SimulatedPost } from '../../../tests/simulators/mastodon-server.js';
import { MastodonConnector } from '../mastodon/mastodon-connector.js';
import { PullSource } from '../pull-source.job.js';
import type { SourceAccess } from '../source-access.js';
import { readSources } from '../source-view.js';
import { listenerOf, registryOf, streamSpace, type StreamSpace } from './streams.fixture.js';

let space: StreamSpace;
let dataSource: DataSource;
let there: MastodonServer;
let access: SourceAccess;
let connector: MastodonConnector;
let sourceId: string;
let workers: { stop: () => Promise<void> }[];
const registry = registryOf('mastodon', () => connector);

beforeAll(async () => {
  space = await streamSpace();
  ({ dataSource, access } = space);
}, 60_000);
afterAll(() => space?.close());
beforeEach(async () => {
  await space.empty();
  there = await new MastodonServer().listen();
  connector = new MastodonConnector();
  workers = [];
  sourceId = await connect();
});
afterEach(async () => {
  await Promise.all(workers.map(({ stop }) => stop()));
  await there.stop();
});

async function connect(settings: Record<string, unknown> = there.settings): Promise<string> {
  const [row]: { id: string }[] = await dataSource.query(
    `insert into source (network, realm, name, settings, sealed_credentials, pull_every_seconds, next_pull_at)
     values ('mastodon', 'live', 'Lumen', $1, $2, 60, now() + interval '1 minute') returning id`,
    [settings, access.seal(there.credentials)],
  );
  return row!.id;
}

/** A worker that listens. */
function listening() {
  const stopping = new AbortController();
  const worker = listenerOf(space, registry);
  Object.assign(worker.times, { lookMs: 30, renewMs: 50 });
  const running = worker.run(stopping.signal);
  const handle = {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
  workers.push(handle);
  return handle;
}

const connected = (count = 1) => until(() => there.listeners.length === count, `${count} connections`);
const row = async () =>
  (
    await dataSource.query(
      `select *, extract(epoch from next_pull_at - now())::float8 as wait from source where id = $1`,
      [sourceId],
    )
  )[0];
const lease = async () =>
  (await dataSource.query('select * from source_stream where source_id = $1', [sourceId]))[0];
const live = () => until(async () => (await lease())?.live_since instanceof Date, 'the connection');
const texts = async (): Promise<string[]> =>
  (await dataSource.query('select text from mention order by external_id')).map(
    ({ text }: { text: string }) => text,
  );
const holds = (expected: string[]) =>
  until(async () => JSON.stringify(await texts()) === JSON.stringify(expected), expected.join(', '));
const post = (number: number): SimulatedPost => ({
  id: String(1000 + number),
  text: `Post ${number}`,
  at: new Date(),
});
const pull = async () => {
  await dataSource.query(`update source set next_pull_at = now() - interval '1 second' where id = $1`, [
    sourceId,
  ]);
  await new PullSource(dataSource, registry, access).run(sourceId, new AbortController().signal);
};
const tryAtOnce = () => dataSource.query('update source_stream set next_try_at = now()');

describe('a live connection', () => {
  it('brings what is said as it is said, without any reading', async () => {
    listening();
    await connected();
    there.tell('notification', post(1));
    there.tell('notification', post(2));
    await holds(['Post 1', 'Post 2']);
    expect(await row()).toMatchObject({ mentions: '2', cursor: null, state: 'active' });
    expect((await row()).lag_seconds).toBeLessThan(60);
    expect(there.requests.filter(({ url }) => url.pathname === there.reading)).toEqual([]);
  });

  it('and the reading may both bring a post: it is stored once', async () => {
    there.posts = [post(1), post(2)];
    listening();
    await connected();
    there.tell('notification', post(1));
    await holds(['Post 1']);
    await pull();
    there.tell('notification', post(2));
    there.tell('notification', post(3));
    await holds(['Post 1', 'Post 2', 'Post 3']);
    expect((await row()).mentions).toBe('3');
    expect(await dataSource.query('select from mention_queue')).toHaveLength(3);
  });

  it('asks for a reading as soon as it stands, and makes the others rare while it lives', async () => {
    listening();
    await live();
    expect((await row()).wait).toBeLessThan(1);
    await pull();
    expect((await row()).wait).toBeGreaterThan(500);
  });

  it('that is cut in the middle of an event is made again, and nothing of the gap is lost', async () => {
    listening();
    await connected();
    there.tell('notification', post(1));
    await holds(['Post 1']);
    await pull();
    there.posts = [post(1), post(2)];
    there.tell('notification', post(2), { cut: true });
    await until(async () => (await lease()).problem_detail !== null, 'the cut to be noticed');
    // Read as often as ever meanwhile.
    expect((await row()).wait).toBeLessThan(61);
    expect(await lease()).toMatchObject({ holder: null, live_since: null, failures: 1 });
    const [shown] = await readSources(dataSource.manager, [], sourceId);
    expect(shown?.live).toMatchObject({ since: null, nextTryAt: expect.any(String) });
    await tryAtOnce();
    await live();
    expect((await row()).wait).toBeLessThan(1);
    await pull();
    expect(await texts()).toEqual(['Post 1', 'Post 2']);
    const [again] = await readSources(dataSource.manager, [], sourceId);
    expect(again?.live).toMatchObject({ since: expect.any(String), nextTryAt: null, problem: null });
  });

  it('on which nothing at all comes counts as dead', async () => {
    connector = new MastodonConnector(150);
    listening();
    await until(
      async () => /nothing came/.test((await lease())?.problem_detail ?? ''),
      'the silence to be noticed',
    );
  });

  it('takes a post back, however it came here', async () => {
    there.posts = [post(1)];
    await pull();
    listening();
    await connected();
    there.tell('notification', post(2));
    await holds(['Post 1', 'Post 2']);
    there.tell('delete', post(1));
    there.tell('delete', post(2));
    await holds(['', '']);
  });

  it('of a hashtag brings its posts, public ones only, and says in what it could not read', async () => {
    await dataSource.query('update source set settings = $1', [
      { ...there.settings, watch: 'hashtag', term: 'lumen' },
    ]);
    listening();
    await connected();
    expect(there.requests.at(-1)?.url.search).toBe('?tag=lumen');
    for (const listener of there.listeners) listener.write('event: update\ndata: {"id": "1"}\n\n');
    there.tell('update', post(1));
    there.tell('status.update', { ...post(1), text: 'Post 1, edited', edited: new Date() });
    there.tell('status.update', post(2));
    await holds(['Post 1, edited', 'Post 2']);
  });

  it('of mentions tells when one was edited, and brings nothing else of the home', async () => {
    listening();
    await connected();
    there.tell('notification', post(1));
    there.tell('status.update', { ...post(1), text: 'Post 1, put best', edited: new Date() });
    // It comes late, and again.
    there.tell('status.update', { ...post(1), text: 'Post 1, put better', edited: new Date(2020) });
    there.tell('status.update', { ...post(2), text: 'Post 2, edited', edited: new Date() });
    there.tell('notification', post(3));
    await holds(['Post 1, put best', 'Post 3']);
  });

  it('is not tried where the server has no stream for what is watched', async () => {
    await dataSource.query('update source set settings = $1', [
      { ...there.settings, watch: 'account', term: 'ana' },
    ]);
    const other = await connect();
    listening();
    await connected();
    expect(await dataSource.query('select source_id from source_stream')).toEqual([{ source_id: other }]);
  });

  it('asks for a person when the access was taken away, once', async () => {
    there.token = 'revoked';
    listening();
    await until(async () => (await row()).state === 'needs_attention', 'the refusal to be noticed');
    expect(await row()).toMatchObject({ problem_code: 'token-refused' });
    expect(await lease()).toMatchObject({ holder: null, live_since: null });
    expect(JSON.stringify([await row(), await lease()])).not.toContain('token-of-lumen');
  });

  it('is left alone for as long as the server asks, and the source is read all the same', async () => {
    there.faults.push({
      path: '/api/v1/streaming',
      fault: { status: 429, headers: { 'retry-after': '600' } },
    });
    listening();
    await until(async () => (await lease())?.problem_detail?.length > 0, 'the pause to be noticed');
    expect((await lease()).next_try_at.getTime() - Date.now()).toBeGreaterThan(590_000);
    expect(await row()).toMatchObject({ state: 'active', problem_code: null });
  });

  it('is closed when its source is paused', async () => {
    listening();
    await live();
    await dataSource.query(`update source set state = 'paused' where id = $1`, [sourceId]);
    await connected(0);
    await until(async () => (await lease()).holder === null, 'the connection to be let go of');
  });
});

describe('several workers', () => {
  it('hold one connection between them, and the next takes over from one that stops', async () => {
    const all = [listening(), listening(), listening()];
    await live();
    const first = (await lease()).holder;
    there.tell('notification', post(1));
    await holds(['Post 1']);
    expect(there.listeners).toHaveLength(1);
    expect(there.requests.filter(({ url }) => url.pathname.includes('streaming'))).toHaveLength(1);
    for (const worker of all.slice(0, 2)) await worker.stop();
    await live();
    await connected();
    there.tell('notification', post(2));
    await holds(['Post 1', 'Post 2']);
    expect(first).toEqual(expect.any(String));
  });

  it('share the connections of several sources', async () => {
    for (let more = 0; more < 4; more++) await connect();
    listening();
    listening();
    await connected(5);
    const held = await dataSource.query('select from source_stream where live_since is not null');
    expect(held.length).toBeLessThanOrEqual(5);
  });

  it('are rid of one that died without a word as soon as its lease has run out', async () => {
    const dead = '00000000-0000-4000-8000-000000000001';
    await dataSource.query(
      `insert into source_stream (source_id, holder, lease_until, live_since)
       values ($1, $2, now() + interval '1 second', now())`,
      [sourceId, dead],
    );
    listening();
    await live();
    await until(async () => (await lease()).holder !== dead, 'another holder');
    await connected();
    await until(async () => (await row()).wait < 1, 'a reading at once');
  });

  it('store nothing more once another holds the connection, and close it', async () => {
    listening();
    await live();
    await dataSource.query(
      `update source_stream set holder = '00000000-0000-4000-8000-000000000002', lease_until = now() + interval '1 hour'`,
    );
    there.tell('notification', post(1));
    await connected(0);
    expect(await texts()).toEqual([]);
    expect((await lease()).holder).toMatch(/2$/);
  });
});
