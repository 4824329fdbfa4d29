import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { until } from '#platform/testing';
import { BlueskyServer } from '../../../tests/simulators/bluesky-server.js';
import { JetstreamServer } from '../../../tests/simulators/jetstream-server.js';
import { listenerOf, registryOf, streamSpace, type StreamSpace } from '../live/streams.fixture.js';
import { PullSource } from '../pull-source.job.js';
import type { SourceAccess } from '../source-access.js';
import { BlueskyConnector } from './bluesky-connector.js';

const OWN = 'did:plc:lumen';
const ANA = 'did:plc:ana';
const MENTION = { text: '@lumen hello', facets: [{ features: [{ did: OWN }] }] };

let space: StreamSpace;
let dataSource: DataSource;
let access: SourceAccess;
let there: BlueskyServer;
let stream: JetstreamServer;
let connector: BlueskyConnector;
let sourceId: string;
let during: AbortController;
let stopListening: (() => Promise<void>) | null;
const registry = registryOf('bluesky', () => connector);

beforeAll(async () => {
  space = await streamSpace();
  ({ dataSource, access } = space);
}, 60_000);
afterAll(() => space?.close());
beforeEach(async () => {
  during = new AbortController();
  stopListening = null;
  connector = new BlueskyConnector();
  await space.empty();
  there = await new BlueskyServer().listen();
  stream = await new JetstreamServer().listen();
  sourceId = await connect({});
});
afterEach(async () => {
  during.abort();
  await stopListening?.();
  await stream.stop();
  await there.stop();
});

async function connect(settings: Record<string, unknown>): Promise<string> {
  const all = { ...there.settings, live: true, jetstream: stream.url, ...settings };
  const [row]: { id: string }[] = await dataSource.query(
    `insert into source (network, realm, name, settings, sealed_credentials, pull_every_seconds, next_pull_at)
     values ('bluesky', 'live', 'Lumen', $1, $2, 60, now() + interval '1 minute') returning id`,
    [all, access.seal(there.credentials)],
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
const lease = async () =>
  (await dataSource.query('select * from source_stream where source_id = $1', [sourceId]))[0];
const live = () => until(async () => (await lease())?.live_since instanceof Date, 'the connection');
const nudged = () => until(async () => (await lease())?.nudged_at instanceof Date, 'a nudge');
const wait = async (): Promise<number> =>
  (
    await dataSource.query(
      'select extract(epoch from next_pull_at - now())::float8 as wait from source where id = $1',
      [sourceId],
    )
  )[0].wait;
const pull = async () => {
  await dataSource.query(`update source set next_pull_at = now() - interval '1 second' where id = $1`, [
    sourceId,
  ]);
  await new PullSource(dataSource, registry, access).run(sourceId, new AbortController().signal);
};
const texts = async (): Promise<string[]> =>
  (await dataSource.query('select text from mention order by external_id')).map(
    ({ text }: { text: string }) => text,
  );
const marked = (mark: string) => until(async () => (await lease())?.mark === mark, `the mark ${mark}`);

describe('the stream of all posts', () => {
  it('asks for a reading in a moment when a post names us, and for none when it does not', async () => {
    listen();
    await live();
    await pull();
    expect(await wait()).toBeGreaterThan(500);
    const later = Date.now() * 1000 + 5_000_000;
    stream.tell('create', { did: ANA, rkey: '1', record: { text: 'About buses' }, timeUs: later });
    await marked(String(later));
    expect(await wait()).toBeGreaterThan(500);
    there.posts = [{ id: '2', text: '@lumen hello', at: new Date() }];
    stream.tell('create', { did: ANA, rkey: '2', record: MENTION });
    await nudged();
    await until(async () => (await wait()) < 4, 'a reading in a moment');
    await pull();
    expect(await texts()).toEqual(['@lumen hello']);
    // The network may list it late: for two minutes it is read as ever.
    expect(await wait()).toBeLessThan(61);
    const url = stream.asked[0]!;
    expect(url.pathname).toBe('/subscribe');
    expect(url.searchParams.getAll('wantedCollections')).toEqual(['app.bsky.feed.post']);
    expect(url.searchParams.getAll('wantedDids')).toEqual([]);
  });

  it('tells when the record of a post was put again, and changes nothing of what is not here', async () => {
    there.posts = [{ id: '1', text: 'Post 1', at: new Date() }];
    await pull();
    listen();
    await live();
    const timeUs = Date.now() * 1000;
    stream.tell('update', { did: ANA, rkey: '1', record: { text: 'Post 1, put best' }, timeUs });
    stream.tell('update', { did: ANA, rkey: '1', record: { text: 'Late' }, timeUs: timeUs - 5_000_000 });
    stream.tell('update', { did: ANA, rkey: '77', record: { text: 'Of others' }, timeUs });
    await marked(String(timeUs));
    await until(async () => (await texts())[0] === 'Post 1, put best', 'the edit');
    expect(await texts()).toEqual(['Post 1, put best']);
  });

  it('takes a post back at once, of those that are here, and writes nothing for all others', async () => {
    there.posts = [
      { id: '1', text: 'Post 1', at: new Date() },
      { id: '2', text: 'Post 2', at: new Date() },
    ];
    await pull();
    listen();
    await live();
    stream.tell('delete', { did: ANA, rkey: '77' });
    stream.tell('delete', { did: ANA, rkey: '1' });
    await until(async () => (await texts())[0] === '', 'the post to be taken back');
    expect(await texts()).toEqual(['', 'Post 2']);
  });

  it('is asked to go on a little before what was stored', async () => {
    listen();
    await live();
    const at = Date.now() * 1000;
    stream.tell('create', { did: ANA, rkey: '1', record: { text: 'About buses' }, timeUs: at });
    await marked(String(at));
    stream.hangUp();
    await until(async () => (await lease()).problem_detail !== null, 'the cut to be noticed');
    await dataSource.query('update source_stream set next_try_at = now()');
    await until(() => stream.asked.length === 2, 'the second connection');
    expect(stream.asked[1]!.searchParams.get('cursor')).toBe(String(at - 5_000_000));
    await live();
    expect(await wait()).toBeLessThan(1);
  });

  it('is asked for one account only where one is watched, and any of its posts is read', async () => {
    await watching({ watch: 'account', term: '@ana.example' });
    listen();
    await live();
    expect(stream.asked[0]!.searchParams.getAll('wantedDids')).toEqual([ANA]);
    stream.tell('create', { did: ANA, rkey: '1', record: { text: 'Whatever' } });
    await nudged();
  });

  it('is asked for the members of a list', async () => {
    await watching({ watch: 'list', term: `at://${OWN}/app.bsky.graph.list/1` });
    listen();
    await live();
    expect(stream.asked[0]!.searchParams.getAll('wantedDids')).toEqual([ANA, 'did:plc:ben', 'did:plc:cleo']);
  });

  it('lets a search be read when its words are said', async () => {
    await watching({ watch: 'search', term: 'lumen "night train"' });
    listen();
    await live();
    stream.tell('create', { did: ANA, rkey: '1', record: { text: 'The NIGHT TRAIN of Lumen is late' } });
    await nudged();
  });

  it.each([{ live: false }, { watch: 'search', term: 'from:ana.example' }])(
    'is not asked where nobody chose it or nothing would tell a post from others: %j',
    async (settings) => {
      await watching(settings);
      sourceId = await connect({});
      listen();
      await live();
      expect(await dataSource.query('select source_id from source_stream')).toEqual([
        { source_id: sourceId },
      ]);
    },
  );

  it('counts as dead when neither a post nor an answer comes', async () => {
    connector = new BlueskyConnector(200);
    listen();
    await live();
    stream.mute = true;
    await until(
      async () => /nothing came/.test((await lease())?.problem_detail ?? ''),
      'the silence to be noticed',
    );
  });

  it('lives on while it answers our pings, though nobody says anything', async () => {
    connector = new BlueskyConnector(500);
    listen();
    await live();
    const { live_since: since, lease_until: end } = await lease();
    // Renewed until five times that silence is over.
    await until(
      async () => (await lease()).lease_until.getTime() - end.getTime() > 2500,
      'the lease to be renewed',
    );
    expect((await lease()).live_since).toEqual(since);
  });

  it('is not looked for inside our own network', async () => {
    await watching({ allowPrivateAddress: false });
    // Signing in is refused first; the socket itself is asked here.
    const view = access.open(
      (await dataSource.query('select *, sealed_credentials as "sealedCredentials" from source'))[0],
    );
    const known = { ...view, credentials: { ...view.credentials, did: OWN } };
    const opening = connector.stream(known, during.signal, null).next();
    await expect(opening).rejects.toMatchObject({ code: 'address-refused' });
    expect(stream.asked).toEqual([]);
  });
});
