import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { takeWordings } from '#mentions';
import { createDataSource, inTransaction } from '#platform/database';
import { closeOutgoing } from '#platform/outgoing';
import { Seals } from '#platform/sealing';
import { emptying, type TestDatabase, testDatabase } from '#platform/testing';
import { BlueskyServer } from '../../tests/simulators/bluesky-server.js';
import { FacebookServer } from '../../tests/simulators/facebook-server.js';
import { InstagramHashtagServer } from '../../tests/simulators/instagram-hashtag-server.js';
import { InstagramServer } from '../../tests/simulators/instagram-server.js';
import { MastodonServer } from '../../tests/simulators/mastodon-server.js';
import { XServer } from '../../tests/simulators/x-server.js';
import { YouTubeServer } from '../../tests/simulators/youtube-server.js';
import { BackfillSource } from './backfill-source.job.js';
import { BlueskyConnector } from './bluesky/bluesky-connector.js';
import { type Connector, ReplyRefused, RetryLater } from './connector.js';
import type { ConnectorRegistry } from './connector-registry.js';
import { EraseSource } from './erase-source.job.js';
import { FacebookConnector } from './facebook/facebook-connector.js';
import { InstagramConnector } from './instagram/instagram-connector.js';
import { LookForGone } from './look-for-gone.job.js';
import { MastodonConnector } from './mastodon/mastodon-connector.js';
import { PullSource } from './pull-source.job.js';
import { StoredQuotaLedger } from './quota/stored-quota-ledger.js';
import { OPENABLE, SourceAccess } from './source-access.js';
import { watchedSource } from './source-view.fixture.js';
import { XConnector } from './x/x-connector.js';
import { YouTubeConnector } from './youtube/youtube-connector.js';

const NETWORKS = [
  { network: 'mastodon', made: () => new MastodonConnector(), server: () => new MastodonServer() },
  { network: 'bluesky', made: () => new BlueskyConnector(), server: () => new BlueskyServer() },
  { network: 'x', made: () => new XConnector(), server: () => new XServer() },
  { network: 'facebook', made: () => new FacebookConnector(), server: () => new FacebookServer() },
  { network: 'instagram', made: () => new InstagramConnector(), server: () => new InstagramServer() },
  { network: 'instagram', made: () => new InstagramConnector(), server: () => new InstagramHashtagServer() },
  {
    network: 'youtube',
    made: () => new YouTubeConnector(new StoredQuotaLedger(dataSource)),
    server: () => new YouTubeServer(),
  },
].map((one) => ({ ...one, name: one.server().kind }));

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const { signal } = new AbortController();
let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: [] }).initialize();
}, 60_000);
afterAll(async () => {
  await closeOutgoing();
  await dataSource?.destroy();
  await database?.drop();
});

describe.each(NETWORKS)('$name, whatever it does,', ({ network, made, server }) => {
  /** By a hashtag of Instagram nothing can be answered or looked up: nothing is to be shown of it. */
  const whereAllowed: (name: string, test: () => Promise<void>) => void =
    server() instanceof InstagramHashtagServer ? () => undefined : it;
  let connector: ReturnType<(typeof NETWORKS)[number]['made']>;
  let there: ReturnType<(typeof NETWORKS)[number]['server']>;
  let access: SourceAccess;
  let sourceId: string;
  const registry = {
    get: (): Connector => connector,
    delivering: () => [],
    asked: () => [network],
  } as unknown as ConnectorRegistry;

  beforeEach(async () => {
    connector = made();
    there = await server().listen();
    await dataSource.query(
      emptying(`source, source_backfill, mention, mention_edit, mention_queue, mention_identity, mention_counter, event,
        network_quota_day`),
    );
    access = new SourceAccess(
      dataSource,
      new Seals({ secretKey: Buffer.alloc(32, 7).toString('base64'), dataDirectory: '' } as never),
    );
    [{ id: sourceId }] = await dataSource.query(
      `insert into source (network, realm, name, settings, sealed_credentials, pull_every_seconds)
       values ($1, 'live', 'Lumen', $2, $3, 60) returning id`,
      [network, there.settings, access.seal(there.credentials)],
    );
  });
  afterEach(() => there.stop());

  /** Numbered posts, one a minute, the last of them now. */
  const say = (from: number, to: number, last = to) => {
    for (let id = from; id <= to; id++) {
      there.posts.push({ id: String(1000 + id), text: `Post ${id}`, at: minutesAgo((last - id) * 20) });
    }
  };
  const pull = async () => {
    await dataSource.query(`update source set next_pull_at = now() - interval '1 second' where id = $1`, [
      sourceId,
    ]);
    await new PullSource(dataSource, registry, access).run(sourceId, signal);
  };
  const state = async () =>
    (
      await dataSource.query(
        `select *, extract(epoch from next_pull_at - now())::float8 as wait from source where id = $1`,
        [sourceId],
      )
    )[0];
  /** On Instagram all is said below a post of our own, which is kept with it. */
  const counted = (said: number) => String(there instanceof InstagramServer ? said + 1 : said);
  const texts = async (): Promise<string[]> =>
    (await dataSource.query('select text from mention where not own order by external_id')).map(
      ({ text }: { text: string }) => text,
    );
  const numbered = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, place) => `Post ${from + place}`);
  const view = async () =>
    access.open((await dataSource.query(`select ${OPENABLE} from source where id = $1`, [sourceId]))[0]);

  it('is read once for each post, over several pages, and again when a page comes twice', async () => {
    say(1, 3, 12);
    await pull();
    say(4, 12);
    await pull();
    await pull();
    expect(await texts()).toHaveLength(12);
    expect(await state()).toMatchObject({ mentions: counted(12), problem_code: null, failures: 0 });
    expect((await state()).quota).toMatchObject({ remaining: expect.any(Number) });
    expect((await state()).lag_seconds).toBeLessThan(60);
  });

  it.each(['cut', 'drop'] as const)(
    'goes on from the last whole page when a page is lost (%s)',
    async (fault) => {
      say(1, 3, 9);
      await pull();
      say(4, 9);
      // The first page is whole, the second is lost.
      there.faults.push({ path: there.reading, fault: 'none' }, { path: there.reading, fault });
      await pull();
      expect(await state()).toMatchObject({ problem_code: 'pull-failed' });
      await pull();
      expect((await texts()).length).toBe(9);
      expect((await state()).mentions).toBe(counted(9));
    },
  );

  it('keeps what came, whatever the order within a page', async () => {
    say(1, 3, 9);
    await pull();
    there.shuffled = true;
    say(4, 9);
    await pull();
    expect(await texts()).toHaveLength(9);
  });

  it('says which post it could not read, and keeps the others', async () => {
    say(1, 3);
    there.posts[1]!.malformed = true;
    await pull();
    expect(await texts()).toEqual(['Post 1', 'Post 3']);
    expect(await state()).toMatchObject({ state: 'active', problem_code: 'items-refused' });
    expect((await state()).problem_detail).toMatch(/item 2: /);
  });

  it('is left alone for as long as it asks (429)', async () => {
    say(1, 1);
    there.faults.push({ path: there.reading, fault: { status: 429, headers: { 'retry-after': '600' } } });
    await pull();
    expect(await state()).toMatchObject({ state: 'active', problem_code: 'retry-later', cursor: null });
    expect((await state()).wait).toBeGreaterThan(590);
    there.faults.push({ path: there.reading, fault: { status: 429 } });
    await pull();
    expect((await state()).wait).toBeGreaterThan(55);
    await pull();
    expect(await texts()).toEqual(['Post 1']);
    expect((await state()).problem_code).toBeNull();
  });

  it.each([{ status: 500 }, 'cut', 'drop'] as const)(
    'is asked again after %j, and says so meanwhile',
    async (fault) => {
      say(1, 1);
      there.faults.push({ path: there.reading, fault });
      await pull();
      expect(await state()).toMatchObject({
        state: 'active',
        problem_code: 'pull-failed',
        failures: 1,
        cursor: null,
      });
      await pull();
      expect(await texts()).toEqual(['Post 1']);
    },
  );

  it('asks for a person when the access is taken away, keeps its place, and says no secret', async () => {
    say(1, 1);
    await pull();
    const { cursor } = await state();
    there.token = 'revoked';
    await pull();
    expect(await state()).toMatchObject({ state: 'needs_attention', problem_code: 'token-refused', cursor });
    expect(
      JSON.stringify(await dataSource.query('select settings, problem_detail, cursor from source')),
    ).not.toMatch(/token-of-lumen|app-password/);
  });

  it('may have a clock of its own', async () => {
    say(1, 1);
    there.posts.push({ id: '1002', text: 'Post 2', at: new Date(Date.now() + 40 * 86_400_000) });
    await pull();
    expect(await texts()).toEqual(['Post 1', 'Post 2']);
    say(3, 3);
    await pull();
    expect(await texts()).toEqual(numbered(1, 3));
  });

  it('gives its past back to the day that was asked for, once, though a page fails', async () => {
    say(1, 9);
    await pull();
    expect(await texts()).toEqual(numbered(7, 9));
    const [{ id }] = await dataSource.query(
      'insert into source_backfill (source_id, from_at) values ($1, $2) returning id',
      [sourceId, minutesAgo(6.5 * 20)],
    );
    there.faults.push({ path: there.reading, fault: { status: 500 } });
    const backfill = new BackfillSource(dataSource, registry, access);
    for (let turn = 0; turn < 6; turn++) {
      await dataSource.query(`update source_backfill set next_at = now() - interval '1 second'`);
      await backfill.run(id, signal);
    }
    expect(await texts()).toEqual(numbered(3, 9));
    const [row] = await dataSource.query('select * from source_backfill');
    expect(row).toMatchObject({ state: 'done', stored: 4, problem_code: null });
  });

  const lookUp = async () => {
    await dataSource.query(`update source set next_gone_check_at = now() - interval '1 second'`);
    await new LookForGone(dataSource, registry, access).run(sourceId, signal);
  };

  whereAllowed(
    'may have a post edited: it stays one, says the newest, and what it said before is kept',
    async () => {
      say(1, 2);
      await pull();
      const posts = await dataSource.query(
        'select external_id as "externalId", extra from mention where not own',
      );
      there.edit('1001', 'Post 1, put better', minutesAgo(10));
      const late = await connector.lookUp(await view(), posts, signal);
      await lookUp();
      expect(await texts()).toEqual(['Post 1, put better', 'Post 2']);
      there.edit('1001', 'Post 1, put best', minutesAgo(5));
      await lookUp();
      // What was read before the last change comes after it.
      await inTransaction(dataSource, ({ manager }) => takeWordings(manager, network, late.wordings));
      await lookUp();
      await pull();
      expect(await texts()).toEqual(['Post 1, put best', 'Post 2']);
      expect((await state()).mentions).toBe(counted(2));
      const before = await dataSource.query('select text_before as text from mention_edit order by id');
      expect(before).toEqual([{ text: 'Post 1' }, { text: 'Post 1, put better' }]);
      // It waits to be judged by its newest text.
      const [waiting] = await dataSource.query(
        `select edition from mention_queue join mention on id = mention_id where text = 'Post 1, put best'`,
      );
      expect(waiting).toEqual({ edition: 2 });
    },
  );

  whereAllowed('takes a post back, and with it text and author here', async () => {
    say(1, 2);
    await pull();
    await dataSource.query(
      `update mention set assessed_at = now(), assessment = '{"reasons": [{"part": "harm", "code": "x", "weight": 1, "words": ["Post"]}]}'`,
    );
    there.edit('1001', 'Post 1, put better', minutesAgo(10));
    await lookUp();
    there.posts = there.posts.filter(({ id }) => id === '1002');
    await lookUp();
    expect(await dataSource.query('select from mention_edit')).toEqual([]);
    const [gone, kept] = await dataSource.query('select * from mention order by external_id');
    expect(gone).toMatchObject({
      text: '',
      author_handle: null,
      author_name: null,
      url: null,
      extra: null,
      state: 'no_reply',
    });
    expect(JSON.stringify(gone.assessment)).not.toContain('Post');
    expect(kept).toMatchObject({ text: 'Post 2', state: 'new', erased_at: null });
    // Read again, it does not come back.
    await pull();
    expect(await texts()).toEqual(['', 'Post 2']);
  });

  it('is forgotten with all that it brought when somebody disconnects it so', async () => {
    say(1, 3);
    await pull();
    await dataSource.query(`update source set state = 'removed', erase_mentions = true where id = $1`, [
      sourceId,
    ]);
    await new EraseSource(dataSource).run(sourceId, signal);
    await new EraseSource(dataSource).run(sourceId, signal);
    expect(await texts()).toEqual(['', '', '']);
    expect((await state()).erased_at).not.toBeNull();
  });

  const answer = (id = '1001') => ({
    id: '7',
    text: 'It leaves today: https://lumen.example/refunds #help',
    inReplyToExternalId: there.externalId(id),
    askedAt: new Date(),
    idempotencyKey: 'reply-7-of-lumen',
  });

  whereAllowed('takes a reply once, however often and however unluckily it is sent', async () => {
    say(1, 1);
    there.faults.push({ path: there.posting, fault: 'drop-after-accept' });
    await expect(connector.publish(await view(), answer(), signal)).rejects.toThrow(Error);
    const found = await connector.find(await view(), answer(), signal);
    expect(found).toMatchObject({ externalId: expect.any(String) });
    expect(await connector.publish(await view(), answer(), signal)).toMatchObject({
      externalId: (found as { externalId: string }).externalId,
    });
    expect(there.replies).toHaveLength(1);
    expect(there.replies[0]).toMatchObject({ text: answer().text, parent: '1001' });
  });

  whereAllowed('is not blamed for a reply that never reached it', async () => {
    say(1, 1);
    expect(await connector.find(await view(), answer(), signal)).toBe('none');
    there.faults.push(there.neverPosted);
    await expect(connector.publish(await view(), answer(), signal)).rejects.toThrow(RetryLater);
    await expect(connector.publish(await view(), answer('4711'), signal)).rejects.toThrow(ReplyRefused);
    expect(there.replies).toEqual([]);
  });
});

describe.each(NETWORKS.filter(({ made }) => made().capabilities.post))(
  'a post of its own on $network',
  ({ network, made, server }) => {
    const connector = made();
    let there: ReturnType<(typeof NETWORKS)[number]['server']>;
    beforeEach(async () => {
      there = await server().listen();
    });
    afterEach(() => there.stop());

    const source = () =>
      watchedSource({ network, settings: there.settings, credentials: { ...there.credentials } });
    const statement = (
      text = 'We know of it, and we will say more at noon: https://lumen.example #help',
    ) => ({
      id: '8',
      text,
      inReplyToExternalId: null,
      askedAt: new Date(),
      idempotencyKey: 'post-8-of-lumen',
    });
    const posting = () => ('postingAlone' in there ? there.postingAlone : there.posting);

    it('stands there once, however unluckily it is sent, and answers nobody', async () => {
      const post = statement();
      expect(await connector.find(source(), post, signal)).toBe('none');
      there.faults.push({ path: posting(), fault: 'drop-after-accept' });
      await expect(connector.publish(source(), post, signal)).rejects.toThrow(Error);
      const found = await connector.find(source(), post, signal);
      expect(found).toMatchObject({ externalId: expect.any(String) });
      expect(await connector.publish(source(), post, signal)).toMatchObject({
        externalId: (found as { externalId: string }).externalId,
      });
      expect(there.replies).toMatchObject([{ text: post.text, parent: '' }]);
    });

    it('is tried later when the network asks to wait', async () => {
      there.faults.push({ path: posting(), fault: { status: 429 } });
      await expect(connector.publish(source(), statement(), signal)).rejects.toThrow(RetryLater);
      expect(there.replies).toEqual([]);
    });

    it('is not the reply, nor the older post, in the same words', async () => {
      if (network === 'bluesky') return; // its key tells them apart
      there.posts.push({ id: '1001', text: 'Post 1', at: minutesAgo(5) });
      const post = statement('The very same words');
      const answer = {
        ...post,
        id: '9',
        inReplyToExternalId: there.externalId('1001'),
        idempotencyKey: 'reply-9',
      };
      await connector.publish(source(), answer, signal);
      expect(await connector.find(source(), post, signal)).toBe('none');
      const alone = statement('Said an hour before');
      await connector.publish(source(), alone, signal);
      const later = { ...alone, askedAt: new Date(Date.now() + 3_600_000) };
      expect(await connector.find(source(), alone, signal)).toMatchObject({ externalId: expect.any(String) });
      expect(await connector.find(source(), later, signal)).toBe('none');
    });
  },
);

describe('the session of a Bluesky source', () => {
  it('is kept sealed, used again, and made anew when it has run out', async () => {
    const there = await new BlueskyServer().listen();
    const access = new SourceAccess(
      dataSource,
      new Seals({ secretKey: Buffer.alloc(32, 7).toString('base64'), dataDirectory: '' } as never),
    );
    const [{ id }] = await dataSource.query(
      `insert into source (network, realm, name, settings, sealed_credentials, pull_every_seconds)
       values ('bluesky', 'live', 'L', $1, $2, 60) returning id`,
      [there.settings, access.seal(there.credentials)],
    );
    const open = async () =>
      access.open((await dataSource.query(`select ${OPENABLE} from source where id = $1`, [id]))[0]);
    const connector = new BlueskyConnector();
    await connector.readPage(await open(), null, signal);
    await connector.readPage(await open(), null, signal);
    const signIns = () => there.requests.filter(({ url }) => url.pathname.includes('createSession')).length;
    expect(signIns()).toBe(1);
    there.expire();
    await connector.readPage(await open(), null, signal);
    expect(signIns()).toBe(1);
    expect((await open()).credentials).toMatchObject({ accessJwt: `access-${there.sessions}` });
    const [{ sealed }] = await dataSource.query(
      `select encode(sealed_credentials, 'escape') as sealed from source where id = $1`,
      [id],
    );
    expect(sealed).not.toMatch(/access-|app-password/);
    await there.stop();
  });
});
