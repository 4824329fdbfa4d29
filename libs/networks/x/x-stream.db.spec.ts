import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { until } from '#platform/testing';
import { XServer } from '../../../tests/simulators/x-server.js';
import { listenerOf, registryOf, streamSpace, type StreamSpace } from '../live/streams.fixture.js';
import { PullSource } from '../pull-source.job.js';
import type { SourceAccess } from '../source-access.js';
import { XConnector } from './x-connector.js';

let space: StreamSpace;
let dataSource: DataSource;
let access: SourceAccess;
let x: XServer;
let connector: XConnector;
let sourceId: string;
let stopListening: (() => Promise<void>) | null;
const registry = registryOf('x', () => connector);

beforeAll(async () => {
  space = await streamSpace();
  ({ dataSource, access } = space);
}, 60_000);
afterAll(() => space?.close());
beforeEach(async () => {
  stopListening = null;
  connector = new XConnector();
  await space.empty();
  x = await new XServer().listen();
  sourceId = await connect({});
});
afterEach(async () => {
  await stopListening?.();
  await x.stop();
});

async function connect(settings: Record<string, unknown>): Promise<string> {
  const [row]: { id: string }[] = await dataSource.query(
    `insert into source (network, realm, name, settings, sealed_credentials, pull_every_seconds, next_pull_at, account)
     values ('x', 'live', 'Lumen', $1, $2, 60, now() + interval '1 minute', '@lumen') returning id`,
    [{ ...x.settings, live: true, ...settings }, access.seal(x.credentials)],
  );
  return row!.id;
}
const watching = (settings: Record<string, unknown>) =>
  dataSource.query('update source set settings = settings || $1', [settings]);
function listen(): void {
  const stopping = new AbortController();
  const worker = listenerOf(space, registry);
  Object.assign(worker.times, { lookMs: 30, renewMs: 50 });
  const running = worker.run(stopping.signal);
  stopListening = async () => {
    stopping.abort();
    await running;
  };
}
const standing = (): Promise<{ holder: string }[]> =>
  dataSource.query('select holder from source_stream where live_since is not null and lease_until > now()');
const lease = async () =>
  (await dataSource.query('select * from source_stream where source_id = $1', [sourceId]))[0];
const live = () => until(async () => (await lease())?.live_since instanceof Date, 'the connection');
const problem = () => until(async () => (await lease())?.problem_detail?.length > 0, 'a problem');
const tag = () => `passerelle source ${sourceId}`;
const texts = async (): Promise<string[]> =>
  (await dataSource.query('select text from mention order by external_id')).map(
    ({ text }: { text: string }) => text,
  );
const holds = (expected: string[]) =>
  until(async () => JSON.stringify(await texts()) === JSON.stringify(expected), expected.join(', '));
const post = (number: number): XServer['posts'][number] => ({
  id: String(1000 + number),
  text: `Post ${number}`,
  at: new Date(Date.now() - 60_000 + number * 1000),
});
const pull = async () => {
  await dataSource.query(`update source set next_pull_at = now() - interval '1 second' where id = $1`, [
    sourceId,
  ]);
  await new PullSource(dataSource, registry, access).run(sourceId, new AbortController().signal);
};

describe('the filtered stream', () => {
  it('brings what its own rule matched, with the author, and what is read as well once only', async () => {
    x.rules = [{ id: '1', value: 'trains', tag: 'of another program' }];
    x.posts = [post(1)];
    listen();
    await live();
    x.tell(post(1), [tag()]);
    x.tell(post(2), ['of another program']);
    x.tell({ ...post(3), repost: true }, [tag()]);
    x.send('');
    x.tell(post(4), [tag(), 'of another program']);
    await holds(['Post 1', 'Post 4']);
    await pull();
    expect(await texts()).toEqual(['Post 1', 'Post 4']);
    const [mention] = await dataSource.query('select author_handle, author_followers from mention');
    expect(mention).toEqual({ author_handle: '@ana', author_followers: 12 });
  });

  it('that is cut in the middle is made again, and the reading goes on from what is known', async () => {
    x.posts = [post(1)];
    await pull();
    listen();
    await live();
    x.posts.push(post(2));
    x.tell(post(2), [tag()], { cut: true });
    await problem();
    expect(await texts()).toEqual(['Post 1']);
    await dataSource.query('update source_stream set next_try_at = now()');
    await live();
    await pull();
    expect(await texts()).toEqual(['Post 1', 'Post 2']);
    expect(x.requests.at(-1)?.url.searchParams.get('since_id')).toMatch(/^\d+$/);
    expect(x.rules.map(({ tag: name }) => name)).toEqual([tag()]);
  });

  it.each([
    [{ watch: 'mentions' }, '@lumen -is:retweet'],
    [{ watch: 'search', term: 'lumen OR "train line"' }, '(lumen OR "train line") -is:retweet'],
    [{ watch: 'hashtag', term: 'lumen' }, '#lumen -is:retweet'],
    [{ watch: 'account', term: 'ana' }, 'from:ana -is:retweet'],
  ])('of a source that watches %j has the rule %s', async (settings, value) => {
    await watching(settings);
    listen();
    await live();
    expect(x.rules).toEqual([{ id: expect.any(String), value, tag: tag() }]);
  });

  it('renews its own rule when what is watched has changed, and leaves those of others alone', async () => {
    const others = [
      // Of another installation: no source of this one has that number.
      { id: '1', value: 'trains', tag: 'passerelle source 4711' },
      { id: '2', value: 'buses' },
    ];
    x.rules = [...others, { id: '3', value: '#old -is:retweet', tag: tag() }];
    listen();
    await live();
    expect(x.rules).toEqual([...others, { id: expect.any(String), value: '@lumen -is:retweet', tag: tag() }]);
  });

  it('is left when X has no room for its rule, and says so; the reading goes on', async () => {
    x.mostRules = 0;
    listen();
    await problem();
    expect((await lease()).problem_detail).toBe('the network did not take the rule: Rules cap exceeded');
    expect((await lease()).next_try_at.getTime() - Date.now()).toBeGreaterThan(25 * 60_000);
    const [source] = await dataSource.query('select state, problem_code from source');
    expect(source).toEqual({ state: 'active', problem_code: null });
  });

  it('understands a server that still speaks of tweets, and one that ends it with a reason', async () => {
    x.words = 'tweet';
    listen();
    await live();
    x.send('not json');
    x.tell(post(1), [tag()]);
    await holds(['Post 1']);
    x.send(JSON.stringify({ errors: [{ title: 'operational-disconnect', detail: 'upstream failure' }] }));
    await problem();
    expect((await lease()).problem_detail).toBe('X ended the stream: upstream failure');
  });

  it('waits for as long as X says when another program of the application listens', async () => {
    x.occupied = true;
    listen();
    await problem();
    const [row] = await dataSource.query(
      `select extract(epoch from next_try_at - now())::float8 as wait from source_stream
       where problem_detail = 'too many connections'`,
    );
    expect(row.wait).toBeGreaterThan(50);
    expect(x.listeners).toHaveLength(0);
  });

  it('is shared by the sources of an application, each with its own rules and posts', async () => {
    const other = await connect({ watch: 'hashtag', term: 'lumen' });
    listen();
    await until(async () => (await standing()).length === 2, 'two sources that are heard');
    expect(x.listeners).toHaveLength(1);
    expect(x.rules.map(({ value, tag: name }) => [value, name])).toEqual([
      ['@lumen -is:retweet', tag()],
      ['#lumen -is:retweet', `passerelle source ${other}`],
    ]);
    x.write({ ...post(1), text: 'Hello @lumen' });
    x.write({ ...post(2), text: 'What a day #lumen' });
    await holds(['Hello @lumen', 'What a day #lumen']);
    const rows = await dataSource.query('select text, source_id from mention order by text');
    expect(rows.map(({ source_id: source }: { source_id: string }) => source)).toEqual([sourceId, other]);
  });

  it('holds a rule once that two sources want, and keeps it for the one that is left', async () => {
    const other = await connect({});
    listen();
    await until(async () => (await standing()).length === 2, 'two sources that are heard');
    expect(x.rules).toEqual([
      { id: expect.any(String), value: '@lumen -is:retweet', tag: `passerelle source ${sourceId},${other}` },
    ]);
    await dataSource.query(`update source set state = 'paused' where id = $1`, [other]);
    await dataSource.query('delete from source_stream');
    await until(() => x.rules[0]?.tag === tag(), 'the rule of the one source');
    expect(x.rules).toHaveLength(1);
  });

  it('is held by one worker, even when several look for sources of the application at once', async () => {
    await connect({ watch: 'hashtag', term: 'lumen' });
    await connect({ watch: 'account', term: 'ana' });
    listen();
    const stopFirst = stopListening;
    listen();
    const stopSecond = stopListening;
    stopListening = async () => void (await Promise.all([stopFirst?.(), stopSecond?.()]));
    await until(async () => (await standing()).length === 3, 'three sources that are heard');
    expect(new Set((await standing()).map(({ holder }) => holder)).size).toBe(1);
    expect(x.listeners).toHaveLength(1);
    expect(x.requests.filter(({ url }) => url.pathname === '/2/tweets/search/stream')).toHaveLength(1);
  });

  it('of another application is another one', async () => {
    const credentials = { ...x.credentials, apiKey: 'key-of-another-app' };
    const other = await connect({ watch: 'hashtag', term: 'lumen' });
    await dataSource.query('update source set sealed_credentials = $2 where id = $1', [
      other,
      access.seal(credentials),
    ]);
    listen();
    await until(async () => (await standing()).length === 1, 'the source that is heard');
    // X does not know that application: its source is refused, and the first one is heard.
    await until(
      async () =>
        (await dataSource.query('select problem_detail from source_stream where source_id = $1', [other]))[0]
          ?.problem_detail?.length > 0,
      'the problem of the other source',
    );
    expect(x.rules.map(({ tag: name }) => name)).toEqual([tag()]);
  });

  it('counts as dead when no sign of life comes, and says no secret', async () => {
    connector = new XConnector(150);
    listen();
    await problem();
    expect((await lease()).problem_detail).toMatch(/nothing came/);
    expect(
      JSON.stringify([await lease(), await dataSource.query('select settings from source')]),
    ).not.toMatch(/bearer-of|secret-of/);
  });

  it('is not asked for where nobody chose it', async () => {
    await watching({ live: false });
    sourceId = await connect({});
    listen();
    await live();
    expect(await dataSource.query('select source_id from source_stream')).toEqual([{ source_id: sourceId }]);
  });
});
