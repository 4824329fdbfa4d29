import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '#platform/testing';
import { PressServer } from '../../tests/simulators/press-server.js';
import { BackfillSource } from './backfill-source.job.js';
import { ConnectorRegistry } from './connector-registry.js';
import type { FeedConnector } from './feed/feed-connector.js';
import {
  HostileSpace,
  LOOKED_UP,
  minutesAgo,
  NOT_READ,
  numbered,
  READ,
  type Answering,
  type LookedUpServer,
  type ReadServer,
  type WatchedNetwork,
} from './hostile.fixture.js';
import { PullSource } from './pull-source.job.js';

const { signal } = new AbortController();
let space: HostileSpace;
beforeAll(async () => {
  space = await HostileSpace.open();
}, 60_000);
afterAll(() => space?.close());

it('every network that is read is tried so, or there is a reason', () => {
  const registry = new ConnectorRegistry(undefined as never, undefined as never, undefined as never);
  const tried = new Set([...READ.map(({ network }) => network), ...Object.keys(NOT_READ)]);
  expect([...tried].sort()).toEqual(
    registry
      .capabilities()
      .map(({ network }) => network)
      .sort(),
  );
});

describe.each(READ)('$name, whatever it does when it is read,', (one) => {
  const { network } = one;
  let net: WatchedNetwork<Answering | FeedConnector, ReadServer>;
  beforeEach(async () => {
    net = await space.begin(one);
  });
  afterEach(() => net.there.stop());

  it('is read once for each post, over several pages, and again when a page comes twice', async () => {
    net.say(1, 3, 12);
    await net.pull();
    net.say(4, 12);
    await net.pull();
    await net.pull();
    expect(await net.texts()).toHaveLength(12);
    expect(await net.state()).toMatchObject({ mentions: net.counted(12), problem_code: null, failures: 0 });
    if (network !== 'feed')
      expect((await net.state()).quota).toMatchObject({ remaining: expect.any(Number) });
    expect((await net.state()).lag_seconds).toBeLessThan(60);
  });

  it('keeps what came, whatever the order within a page', async () => {
    net.say(1, 3, 9);
    await net.pull();
    net.there.shuffled = true;
    net.say(4, 9);
    await net.pull();
    expect(await net.texts()).toHaveLength(9);
  });

  it('says which post it could not read, and keeps the others', async () => {
    net.say(1, 3);
    net.there.posts[1]!.malformed = true;
    await net.pull();
    expect(await net.texts()).toEqual(['Post 1', 'Post 3']);
    expect(await net.state()).toMatchObject({ state: 'active', problem_code: 'items-refused' });
    expect((await net.state()).problem_detail).toMatch(/item 2: /);
  });

  it('is left alone for as long as it asks (429)', async () => {
    net.say(1, 1);
    net.there.faults.push({
      path: net.there.reading,
      fault: { status: 429, headers: { 'retry-after': '600' } },
    });
    await net.pull();
    expect(await net.state()).toMatchObject({ state: 'active', problem_code: 'retry-later', cursor: null });
    expect((await net.state()).wait).toBeGreaterThan(590);
    net.there.faults.push({ path: net.there.reading, fault: { status: 429 } });
    await net.pull();
    expect((await net.state()).wait).toBeGreaterThan(55);
    await net.pull();
    expect(await net.texts()).toEqual(['Post 1']);
    expect((await net.state()).problem_code).toBeNull();
  });

  it.each([{ status: 500 }, 'cut', 'drop'] as const)(
    'is asked again after %j, and says so meanwhile',
    async (fault) => {
      net.say(1, 1);
      net.there.faults.push({ path: net.there.reading, fault });
      await net.pull();
      expect(await net.state()).toMatchObject({
        state: 'active',
        problem_code: 'pull-failed',
        failures: 1,
        cursor: null,
      });
      await net.pull();
      expect(await net.texts()).toEqual(['Post 1']);
    },
  );

  it('may be slow: it is waited for, and read once whoever else comes meanwhile', async () => {
    net.say(1, 3);
    net.there.faults.push({ path: net.there.reading, fault: 'slow' });
    const reading = net.pull();
    const another = new PullSource(space.dataSource, net.registry, space.access);
    await Promise.all([reading, another.run(net.sourceId, signal)]);
    expect(await net.texts()).toEqual(numbered(1, 3));
    expect(await net.state()).toMatchObject({ mentions: net.counted(3), failures: 0 });
  });

  it('may never answer: a worker that stops does not wait for it, and the next one reads', async () => {
    net.say(1, 1);
    net.there.faults.push({ path: net.there.reading, fault: 'silent' });
    const stopping = new AbortController();
    const reading = net.pull(stopping.signal);
    await until(() => net.there.faults.length === 0, 'the request that is not answered');
    stopping.abort();
    await reading;
    expect(await net.state()).toMatchObject({ cursor: null, failures: 0, problem_code: null });
    await net.pull();
    expect(await net.texts()).toEqual(['Post 1']);
  });

  it('asks for a person when the access is taken away, keeps its place, and says no secret', async () => {
    net.say(1, 1);
    await net.pull();
    const { cursor } = await net.state();
    net.there.token = 'revoked';
    await net.pull();
    expect(await net.state()).toMatchObject({
      state: 'needs_attention',
      problem_code: network === 'feed' ? 'feed-unreachable' : 'token-refused',
      cursor,
    });
    expect(
      JSON.stringify(await space.dataSource.query('select settings, problem_detail, cursor from source')),
    ).not.toMatch(/token-of-lumen|app-password/);
  });

  it('may have a clock of its own', async () => {
    net.say(1, 1);
    net.there.posts.push({ id: '1002', text: 'Post 2', at: new Date(Date.now() + 40 * 86_400_000) });
    await net.pull();
    expect(await net.texts()).toEqual(['Post 1', 'Post 2']);
    net.say(3, 3);
    await net.pull();
    expect(await net.texts()).toEqual(numbered(1, 3));
  });
});

describe.each(LOOKED_UP)('$name, which has several pages,', (one) => {
  let net: WatchedNetwork<Answering, LookedUpServer>;
  beforeEach(async () => {
    net = await space.begin(one);
  });
  afterEach(() => net.there.stop());

  it.each(['cut', 'drop'] as const)(
    'goes on from the last whole page when a page is lost (%s)',
    async (fault) => {
      net.say(1, 3, 9);
      await net.pull();
      net.say(4, 9);
      // The first page is whole, the second is lost.
      net.there.faults.push({ path: net.there.reading, fault: 'none' }, { path: net.there.reading, fault });
      await net.pull();
      expect(await net.state()).toMatchObject({ problem_code: 'pull-failed' });
      await net.pull();
      expect((await net.texts()).length).toBe(9);
      expect((await net.state()).mentions).toBe(net.counted(9));
    },
  );

  it('may give a page a second time in place of the next one', async () => {
    net.say(1, 3, 12);
    await net.pull();
    net.say(4, 12);
    net.there.faults.push(
      { path: net.there.reading, fault: 'none' },
      { path: net.there.reading, fault: 'again' },
    );
    await net.pull();
    await net.pull();
    expect(await net.texts()).toHaveLength(12);
    expect((await net.state()).mentions).toBe(net.counted(12));
  });
});

describe.each(READ)('$name, which has a past,', (one) => {
  let net: WatchedNetwork<Answering | FeedConnector, ReadServer>;
  beforeEach(async () => {
    net = await space.begin(one);
    if (net.there instanceof PressServer) net.there.shown = 3;
  });
  afterEach(() => net.there.stop());

  it('gives its past back to the day that was asked for, once, though a page fails and a post cannot be read', async () => {
    net.say(1, 9);
    await net.pull();
    expect(await net.texts()).toEqual(numbered(7, 9));
    const [{ id }] = await space.dataSource.query(
      'insert into source_backfill (source_id, from_at) values ($1, $2) returning id',
      [net.sourceId, minutesAgo(6.5 * 20)],
    );
    net.there.posts[4]!.malformed = true;
    net.there.faults.push({ path: net.there.reading, fault: { status: 500 } });
    const backfill = new BackfillSource(space.dataSource, net.registry, space.access);
    for (let turn = 0; turn < 6; turn++) {
      await space.dataSource.query(`update source_backfill set next_at = now() - interval '1 second'`);
      await backfill.run(id, signal);
    }
    expect(await net.texts()).toEqual([...numbered(3, 4), ...numbered(6, 9)]);
    const [row] = await space.dataSource.query('select * from source_backfill');
    expect(row).toMatchObject({ state: 'done', stored: 3, problem_code: 'items-refused' });
  });

  it('is left alone for as long as it asks, by whatever reads it: the past or the present', async () => {
    net.say(1, 9);
    await net.pull();
    const [{ id }] = await space.dataSource.query(
      'insert into source_backfill (source_id, from_at) values ($1, $2) returning id',
      [net.sourceId, minutesAgo(200)],
    );
    net.there.faults.push({
      path: net.there.reading,
      fault: { status: 429, headers: { 'retry-after': '600' } },
    });
    const backfill = new BackfillSource(space.dataSource, net.registry, space.access);
    await backfill.run(id, signal);
    expect(await net.state()).toMatchObject({ state: 'active', wait: expect.any(Number) });
    expect((await net.state()).wait).toBeGreaterThan(590);
    const asked = net.there.requests.length;
    await space.dataSource.query(`update source_backfill set next_at = now() - interval '1 second'`);
    expect(await backfill.due()).toEqual([]);
    await backfill.run(id, signal);
    expect(net.there.requests).toHaveLength(asked);
    const [row] = await space.dataSource.query('select * from source_backfill');
    expect(row).toMatchObject({ state: 'running', problem_code: 'retry-later', failures: 0 });
  });
});
