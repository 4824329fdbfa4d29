import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { until } from '#platform/testing';
import { XServer } from '../../../tests/simulators/x-server.js';
import { FollowingService } from '../following/following.service.js';
import { FollowTopics } from '../following/follow-topics.job.js';
import { StreamRules } from '../following/stream-rules.js';
import { listenerOf, registryOf, streamSpace, type StreamSpace } from '../live/streams.fixture.js';
import { PullSource } from '../pull-source.job.js';
import { XConnector } from './x-connector.js';

let space: StreamSpace;
let dataSource: DataSource;
let x: XServer;
let sourceId: string;
let stopListening: (() => Promise<void>) | null;
let connector: XConnector;
const registry = registryOf('x', () => connector);
const { signal } = new AbortController();

beforeAll(async () => {
  space = await streamSpace();
  ({ dataSource } = space);
}, 60_000);
afterAll(() => space?.close());
beforeEach(async () => {
  stopListening = null;
  connector = new XConnector();
  await space.empty();
  await dataSource.query('delete from topic_level');
  await dataSource.query('delete from topic');
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
     values ('x', 'live', 'Topics', $1, $2, 60, now() + interval '1 hour', '@lumen') returning id`,
    [{ ...x.settings, watch: 'topics', live: true, ...settings }, space.access.seal(x.credentials)],
  );
  return row!.id;
}
async function topic(name: string, query: string): Promise<string> {
  const [row]: { id: string }[] = await dataSource.query(
    'insert into topic (name, query) values ($1, $2) returning id',
    [name, query],
  );
  return row!.id;
}
const change = (id: string, set: string) =>
  dataSource.query(`update topic set ${set}, version = version + 1 where id = $1`, [id]);
const rules = () => new StreamRules(dataSource, registry, space.access);
const job = () => new FollowTopics(dataSource, registry, rules());
/** As the worker does it: whatever is due. */
async function follow(): Promise<string[]> {
  const due = await job().due();
  for (const id of due) await job().run(id, signal);
  return due;
}
const values = () => x.rules.map(({ value }) => value);
const tag = () => `passerelle source ${sourceId}`;
const shown = () => new FollowingService(dataSource).read(sourceId);
const texts = async (): Promise<string[]> =>
  (await dataSource.query('select text from mention order by external_id')).map(
    ({ text }: { text: string }) => text,
  );
const post = (number: number, text: string): XServer['posts'][number] => ({
  id: String(1000 + number),
  text,
  at: new Date(Date.now() - 60_000 + number * 1000),
});
const pull = async () => {
  await dataSource.query(`update source set next_pull_at = now() - interval '1 second' where id = $1`, [
    sourceId,
  ]);
  await new PullSource(dataSource, registry, space.access).run(sourceId, signal);
};
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
const live = () =>
  until(
    async () =>
      (await dataSource.query('select from source_stream where live_since is not null')).length === 1,
    'the connection',
  );

describe('a source of X that follows the topics', () => {
  it('has their rules at X, and they change with them; those of others stay', async () => {
    x.rules = [{ id: '1', value: 'trains', tag: 'of another program' }];
    const first = await topic('Delays', 'acme near/3 delay');
    await topic('Press', 'acme network:rss');
    expect(await follow()).toEqual([sourceId]);
    expect(x.rules).toEqual([
      { id: '1', value: 'trains', tag: 'of another program' },
      { id: expect.any(String), value: 'acme delay -is:retweet', tag: tag() },
    ]);
    expect(await follow()).toEqual([]);

    await change(first, `query = 'acme (delay OR strike)'`);
    await follow();
    expect(values()).toEqual(['trains', 'acme (delay OR strike) -is:retweet']);
    await change(first, 'active = false');
    await follow();
    expect(values()).toEqual(['trains']);
    expect(await shown()).toMatchObject({
      listens: true,
      confirmedAt: expect.any(String),
      items: [{ name: 'Press', rules: [], leftOut: 'not-on-x' }],
    });
  });

  it('sets right what somebody else changed there, and goes on after a refusal', async () => {
    await topic('Delays', 'acme');
    x.faults.push({ path: '/rules', fault: { status: 503 } });
    await follow();
    expect(await shown()).toMatchObject({
      problem: expect.stringContaining('503'),
      items: [{ leftOut: null }],
    });
    expect((await shown()).items[0]?.rules).toEqual([
      { value: 'acme -is:retweet', inForce: false, refused: null },
    ]);
    await dataSource.query('update source_following set next_keep_at = now()');
    await follow();
    expect((await shown()).items[0]?.rules).toEqual([
      { value: 'acme -is:retweet', inForce: true, refused: null },
    ]);
    expect(await shown()).toMatchObject({ problem: null });
    x.rules = [];
    await dataSource.query('update source_following set next_keep_at = now()');
    await follow();
    expect(values()).toEqual(['acme -is:retweet']);
  });

  it('tells which rules X has no room for, the topics of the highest level first', async () => {
    x.mostRules = 2;
    const ids = [await topic('A', 'alpha'), await topic('B', 'beta'), await topic('C', 'gamma')];
    await dataSource.query(
      `insert into topic_level (topic_id, realm, level, automatic_level, evaluated_minute, topic_version)
       values ($1, 'live', 3, 3, now(), 1)`,
      [ids[2]],
    );
    await follow();
    expect(values()).toEqual(['gamma -is:retweet', 'alpha -is:retweet']);
    const { items } = await shown();
    expect(items.map(({ name, rules: [rule] }) => [name, rule?.refused])).toEqual([
      ['C', null],
      ['A', null],
      ['B', 'Rules cap exceeded'],
    ]);
  });

  it('keeps the good rules where X refuses one of them', async () => {
    x.longestRule = 60;
    await topic('Short', 'acme');
    await topic('Long', `strike ("a very long phrase indeed" OR "another one that is long")`);
    await follow();
    expect(values()).toEqual(['acme -is:retweet']);
    const { items } = await shown();
    expect(items[1]?.rules).toEqual([
      { value: expect.any(String), inForce: false, refused: 'longer than 60 characters' },
    ]);
  });

  it('brings what a topic means, and nothing of what a rule lets pass besides', async () => {
    const delays = await topic('Delays', 'acme near/1 delay NOT weather');
    await follow();
    listen();
    await live();
    expect(x.write(post(1, 'acme delay once more'))).toEqual([tag()]);
    // X lets these pass, and the topic does not mean them.
    expect(x.write(post(2, 'acme said in the news that there is no delay'))).toEqual([tag()]);
    expect(x.write(post(3, 'acme delay by weather'))).toEqual([tag()]);
    // X looks at the post that is quoted, too; the topic does not.
    expect(x.write(post(4, 'such a delay, acme'), 'The weather is fine')).toEqual([tag()]);
    await until(async () => (await texts()).length === 2, 'two posts');
    expect(await texts()).toEqual(['acme delay once more', 'such a delay, acme']);

    // A connection that stands takes what the topic means by now.
    await change(delays, `query = 'strike'`);
    await follow();
    expect(x.write(post(5, 'On strike again'))).toEqual([tag()]);
    await until(async () => (await texts()).length === 3, 'a third post');
    expect(x.requests.filter(({ url }) => url.pathname === '/2/tweets/search/stream')).toHaveLength(1);
  });

  it('is read by one search for all of them, over several pages, from what is known on', async () => {
    await topic('Delays', 'acme');
    await topic('Strikes', 'strike*  acme OR strike');
    await follow();
    x.posts = [1, 2, 3, 4, 5].map((number) => post(number, `acme ${number}`));
    await pull();
    await pull();
    x.posts.push(post(6, 'strike 6'), post(7, 'something else'));
    await pull();
    // The simulator lists everything to everybody: what no topic means is left out here.
    expect(await texts()).toContain('strike 6');
    expect(await texts()).not.toContain('something else');
    const searches = x.requests.filter(({ url }) => url.pathname === '/2/tweets/search/recent');
    expect(new Set(searches.map(({ url }) => url.searchParams.get('query')))).toEqual(
      new Set(['(acme OR strike) -is:retweet']),
    );
    expect(searches.at(-1)?.url.searchParams.get('since_id')).toMatch(/^[0-9]+$/);
  });

  it('takes a change of a post that it knows, whatever that says by now', async () => {
    await topic('Delays', 'acme');
    await follow();
    x.posts = [post(1, 'acme is late')];
    await pull();
    x.edit('1001', 'never mind', new Date());
    await pull();
    expect(await texts()).toEqual(['never mind']);
  });

  it('follows only the topics that it names, and says which of them are not active', async () => {
    const [first, second] = [await topic('A', 'alpha'), await topic('B', 'beta'), await topic('C', 'gamma')];
    await dataSource.query(`update source set settings = settings || $2 where id = $1`, [
      sourceId,
      { topics: `${first},${second}` },
    ]);
    await change(second, 'active = false');
    await follow();
    expect(values()).toEqual(['alpha -is:retweet']);
    expect((await shown()).items.map(({ name, leftOut }) => [name, leftOut])).toEqual([
      ['A', null],
      ['B', 'inactive'],
    ]);
  });

  it('without a live connection has no rules at X, and is searched', async () => {
    await dataSource.query(`update source set settings = settings || '{"live": false}' where id = $1`, [
      sourceId,
    ]);
    await topic('Delays', 'acme');
    await follow();
    expect(values()).toEqual([]);
    x.posts = [post(1, 'acme')];
    await pull();
    expect(await texts()).toEqual(['acme']);
    expect(await shown()).toMatchObject({ listens: false, confirmedAt: null });
  });

  it('ends in the same rules however two workers interleave', async () => {
    const id = await topic('Delays', 'acme');
    await Promise.all([follow(), follow(), rules().keep(sourceId, signal)]);
    await change(id, `query = 'strike'`);
    await Promise.all([follow(), follow(), rules().keep(sourceId, signal)]);
    await dataSource.query('update source_following set next_keep_at = now()');
    await follow();
    expect(values()).toEqual(['strike -is:retweet']);
    expect((await shown()).items[0]?.rules).toEqual([
      { value: 'strike -is:retweet', inForce: true, refused: null },
    ]);
  });
});
