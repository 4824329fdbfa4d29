import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LIST, XServer } from '../../../tests/simulators/x-server.js';
import { ReplyRefused, RetryLater, type SourceView, SourceNeedsAttention } from '../connector.js';
import { type WatchedSource, watchedSource } from '../source-view.fixture.js';
import { XConnector } from './x-connector.js';

const { signal } = new AbortController();
const connector = new XConnector();
let x: XServer;
let source: WatchedSource;

beforeEach(async () => {
  x = await new XServer().listen();
  x.posts = [{ id: '1001', text: 'Where is my refund?', at: new Date(Date.now() - 60_000) }];
  source = watchedSource({
    network: 'x',
    settings: x.settings,
    credentials: { ...x.credentials },
    account: '@lumen',
  });
});
afterEach(() => x.stop());

const watching = (settings: Record<string, unknown>): SourceView => ({
  ...source,
  settings: { ...x.settings, ...settings },
});
const reply = (text = 'It leaves today', answered = '1001') => ({
  id: '7',
  text,
  inReplyToExternalId: x.externalId(answered),
  askedAt: new Date(),
  idempotencyKey: 'k',
});
const asked = (path: string) => x.requests.filter(({ url }) => url.pathname.includes(path));

describe('the live check', () => {
  it('says whom X knows us as and shows what is there', async () => {
    expect(await connector.try(source, signal)).toMatchObject({
      account: '@lumen',
      title: 'Lumen',
      items: [
        { title: 'Where is my refund?', url: expect.stringMatching(/^https:\/\/x\.com\/ana\/status\/\d+$/) },
      ],
    });
    expect(source.credentials).toMatchObject({ userId: '2244994945' });
  });

  it('refuses an access that may only read, before a crisis shows it', async () => {
    x.accessLevel = 'read';
    await expect(connector.try(source, signal)).rejects.toMatchObject({ code: 'rights-missing' });
  });

  it.each([
    [401, {}, 'token-refused'],
    [402, { title: 'CreditsDepleted', detail: 'no credits' }, 'plan-spent'],
    [
      403,
      { type: 'https://api.twitter.com/2/problems/client-forbidden', title: 'Client Forbidden' },
      'rights-missing',
    ],
    [403, { detail: 'Your account is suspended and is not permitted to do this.' }, 'account-locked'],
    [400, { errors: [{ message: "Invalid 'query'" }], title: 'Invalid Request' }, 'not-at-network'],
  ])('says of %i %j what a person has to do: %s', async (status, body, code) => {
    x.faults.push({ path: '/mentions', fault: { status, body } });
    await expect(connector.pull(source, null, signal)).rejects.toMatchObject({
      name: 'SourceNeedsAttention',
      code,
    });
  });
});

describe('the guard of private addresses', () => {
  it.each(['127.0.0.1', 'localhost', '127.1', '[::ffff:127.0.0.1]'])(
    'holds inside the library too: %s is not asked',
    async (host) => {
      const server = x.url.replace('127.0.0.1', host);
      await expect(
        connector.pull(watching({ server, allowPrivateAddress: false }), null, signal),
      ).rejects.toMatchObject({ name: 'SourceNeedsAttention', code: 'address-refused' });
      expect(x.requests).toEqual([]);
    },
  );
});

describe('reading', () => {
  it('asks from what is known on, and leaves reposts out', async () => {
    const { cursor } = await connector.pull(source, null, signal);
    x.posts.push(
      { id: '1002', text: 'RT Where', at: new Date(), repost: true },
      { id: '1003', text: 'And now?', at: new Date() },
    );
    const page = await connector.pull(source, cursor, signal);
    const texts = page.mentions.map(({ text }) => text);
    expect(texts).toContain('And now?');
    expect(texts).not.toContain('RT Where');
    expect(asked('/mentions').at(-1)?.url.searchParams.get('since_id')).toMatch(/^\d+$/);
  });

  it.each([
    [{ watch: 'search', term: 'lumen OR "train line"' }, '(lumen OR "train line") -is:retweet'],
    [{ watch: 'search', term: 'lumen is:retweet' }, 'lumen is:retweet'],
    [{ watch: 'hashtag', term: '#Lumen' }, '#Lumen -is:retweet'],
    [{ watch: 'account', term: '@ana' }, 'from:ana -is:retweet'],
  ])('puts %j into the words of X', async (settings, query) => {
    await connector.pull(watching(settings), null, signal);
    expect(asked('/search/recent')[0]?.url.searchParams.get('query')).toBe(query);
  });

  it('takes from a list what is newer than what is known, though X cannot be asked for that', async () => {
    const list = watching({ watch: 'list', term: `https://x.com/i/lists/${LIST}` });
    const first = await connector.pull(list, null, signal);
    expect(first.mentions.map(({ text }) => text)).toEqual(['Where is my refund?']);
    for (let id = 1; id <= 5; id++) {
      x.posts.push({ id: `200${id}`, text: `Member ${id}`, at: new Date(Date.now() + id) });
    }
    const texts: string[] = [];
    let { cursor } = first;
    for (let more = true; more;) {
      const page = await connector.pull(list, cursor, signal);
      texts.push(...page.mentions.map(({ text }) => text));
      ({ cursor, more } = page);
    }
    expect(texts.filter((text) => text.startsWith('Member'))).toHaveLength(5);
    expect(new Set(texts).size).toBe(texts.length);
    expect(connector.streams({ ...list.settings, live: true })).toBe(false);
  });

  it('knows an edited post again', async () => {
    x.posts[0]!.at = new Date(Date.now() - 60_000);
    x.edit('1001', 'Where is my refund!', new Date());
    const { mentions } = await connector.pull(source, null, signal);
    expect(mentions).toMatchObject([{ externalId: x.externalId('1001'), text: 'Where is my refund!' }]);
    const [post] = mentions;
    expect(post!.editedAt!.getTime()).toBeGreaterThan(post!.publishedAt.getTime());
  });

  it('understands a server that still speaks of tweets', async () => {
    x.words = 'tweet';
    x.posts.push({ id: '1002', text: 'RT', at: new Date(), repost: true });
    expect((await connector.pull(source, null, signal)).mentions).toHaveLength(1);
    await connector.publish(source, reply(), signal);
    expect(await connector.find(source, reply(), signal)).toMatchObject({ url: expect.any(String) });
  });

  it('begins at the newest again when X forgot the mark of a page', async () => {
    const cursor = { since: '1', newest: null, token: 'forgotten' };
    expect((await connector.pull(source, cursor, signal)).mentions).toHaveLength(1);
  });

  it('notes the quota, and stops by itself when it is used up', async () => {
    for (let id = 2; id <= 9; id++) x.posts.push({ id: `100${id}`, text: `${id}`, at: new Date() });
    x.remaining = 1;
    const page = await connector.pull(source, { since: '1' }, signal);
    expect(page).toMatchObject({ more: true, pauseUntil: new Date(x.resetsAt * 1000) });
    expect(source.quotas).toEqual([
      { limit: 180, remaining: 0, resetsAt: new Date(x.resetsAt * 1000).toISOString() },
    ]);
    await expect(connector.pull(source, page.cursor, signal)).rejects.toThrow(RetryLater);
  });
});

describe('a reply', () => {
  it('stands under the post, is found again though X changed its looks, and can be taken down', async () => {
    const text = 'It leaves today & we are sorry:\n https://lumen.example/refunds';
    const post = await connector.publish(source, reply(text), signal);
    expect(post.url).toBe(`https://x.com/lumen/status/${post.externalId}`);
    expect(await connector.find(source, reply(text), signal)).toEqual(post);
    expect(await connector.find(source, reply('Something else'), signal)).toBe('none');
    await connector.remove(source, post, signal);
    expect(await connector.find(source, reply(text), signal)).toBe('none');
    await connector.remove(source, post, signal);
  });

  it('whose words X has just seen elsewhere is refused, and not posted in another form', async () => {
    x.posts.push({ id: '1002', text: 'Mine too', at: new Date() });
    await connector.publish(source, reply('Sorry'), signal);
    await expect(connector.publish(source, reply('Sorry', '1002'), signal)).rejects.toMatchObject({
      name: 'ReplyRefused',
      code: 'duplicate-text',
    });
    expect(x.replies).toHaveLength(1);
  });

  it('that is refused as a double stays uncertain while the network cannot be read back', async () => {
    await connector.publish(source, reply(), signal);
    x.faults.push({ path: '/2/users/2244994945/tweets', fault: { status: 500 } });
    const error: unknown = await connector.publish(source, reply(), signal).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(ReplyRefused);
    expect(error).not.toBeInstanceOf(RetryLater);
  });

  it.each([
    ['You attempted to reply to a Tweet that is deleted or not visible to you.', 'post-deleted'],
    ['Your Tweet text is too long.', 'network-text-too-long'],
    ['Reply to this conversation is not allowed because you have not been mentioned', 'author-blocked'],
    ['You have been blocked from the author of this tweet.', 'author-blocked'],
    ['You are over it.', 'network-refused'],
  ])('that X refuses with “%s” says %s', async (detail, code) => {
    x.faults.push({
      path: '/2/tweets',
      fault: { status: 403, body: { detail, title: 'Forbidden', type: 'about:blank' } },
    });
    await expect(connector.publish(source, reply(), signal)).rejects.toMatchObject({
      name: 'ReplyRefused',
      code,
    });
  });

  it.each([{ status: 500 }, { status: 503 }, 'cut', 'drop'] as const)(
    'that is answered with %j may be there or not: nobody says that it is refused',
    async (fault) => {
      x.faults.push({ path: '/2/tweets', fault });
      const error: unknown = await connector.publish(source, reply(), signal).catch((one: unknown) => one);
      expect(error).toBeInstanceOf(Error);
      for (const certain of [ReplyRefused, RetryLater, SourceNeedsAttention]) {
        expect(error).not.toBeInstanceOf(certain);
      }
    },
  );

  it('that never left may be tried again', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const nowhere = watching({ server: `http://127.0.0.1:${port}` });
    await expect(connector.publish(nowhere, reply(), signal)).rejects.toThrow(RetryLater);
  });
});

it('tells which posts X does not show any more', async () => {
  x.posts.push({ id: '1002', text: 'Gone soon', at: new Date(), hidden: true });
  const posts = ['1001', '1002'].map((id) => ({ externalId: x.externalId(id), extra: null }));
  expect((await connector.lookUp(source, posts, signal)).gone).toEqual([x.externalId('1002')]);
});

it('ends at once when the worker stops', async () => {
  const stopping = new AbortController();
  stopping.abort();
  await expect(connector.pull(source, null, stopping.signal)).rejects.toThrow(/abort/i);
});
