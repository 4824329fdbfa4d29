import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FacebookServer } from '../../../tests/simulators/facebook-server.js';
import { failed } from '../../../tests/simulators/meta-server.js';
import { RetryLater, SourceNeedsAttention } from '../connector.js';
import { type WatchedSource, watchedSource } from '../source-view.fixture.js';
import { FacebookConnector } from './facebook-connector.js';

const { signal } = new AbortController();
const connector = new FacebookConnector();
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
let facebook: FacebookServer;
let source: WatchedSource;

beforeEach(async () => {
  facebook = await new FacebookServer().listen();
  facebook.posts = [{ id: '1001', text: 'Our new timetable', at: minutesAgo(600), own: true }];
  const { settings, credentials } = facebook;
  source = watchedSource({ network: 'facebook', settings, credentials: { ...credentials } });
});
afterEach(() => facebook.stop());

const comment = (id: number, minutes: number, text = `Comment ${id}`) => ({
  id: String(id),
  post: '1001',
  text,
  at: minutesAgo(minutes),
});
const asked = (path: string, method = 'GET') =>
  facebook.requests.filter((one) => one.method === method && one.url.pathname.includes(path));

/** Reads to the end of what is new. */
async function readOn(cursor: unknown) {
  const mentions = [];
  for (let pages = 0; pages < 30; pages++) {
    const page = await connector.pull(source, cursor, signal);
    mentions.push(...page.mentions);
    cursor = page.cursor;
    if (!page.more) return { mentions, cursor };
  }
  throw new Error('the reading has no end');
}
const textsOf = ({ mentions }: { mentions: { text: string }[] }) => mentions.map(({ text }) => text);

describe('the live check', () => {
  it('says whom Facebook knows us as, what is there, and until when', async () => {
    facebook.dataAccessExpiresAt = 1_800_000_000;
    expect(await connector.try(source, signal)).toMatchObject({
      account: 'Lumen (104000001)',
      title: 'Lumen',
      accessUntil: new Date(1_800_000_000_000),
      items: [{ title: 'Our new timetable', url: 'https://www.facebook.com/lumen/posts/1001' }],
    });
    expect(source.credentials).toMatchObject({ accountId: '104000001' });
  });

  it('carries a proof of the app secret with every request, and the token in none of the addresses of the Page', async () => {
    await connector.try(source, signal);
    for (const { url } of facebook.requests.filter((one) => !one.url.pathname.includes('debug_token'))) {
      expect(url.searchParams.get('appsecret_proof')).toMatch(/^[0-9a-f]{64}$/);
      expect(url.toString()).not.toContain('token-of-lumen');
    }
  });

  it.each<[string, (server: FacebookServer) => void]>([
    ['rights-missing', (server) => server.scopes.pop()],
    ['token-refused', (server) => (server.tokenType = 'USER')],
    ['token-refused', (server) => (server.token = 'another')],
  ])('refuses with %s what cannot answer, before a crisis shows it', async (code, change) => {
    change(facebook);
    await expect(connector.try(source, signal)).rejects.toMatchObject({ name: 'SourceNeedsAttention', code });
  });

  it.each([
    ['appSecret', 'not the secret of the app'],
    ['accessToken', 'a token of somebody else'],
  ])('refuses a wrong %s as one', async (name, value) => {
    source.credentials[name] = value;
    await expect(connector.try(source, signal)).rejects.toMatchObject({ code: 'token-refused' });
  });
});

describe('what Facebook says of an error', () => {
  const answering = (code: number, subcode = 0, headers = {}) =>
    facebook.faults.push({
      path: '/feed',
      fault: { status: 400, body: failed(code, subcode, 'In words').json, headers },
    });
  const waitOf = async () => {
    const error: unknown = await connector.pull(source, null, signal).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(RetryLater);
    return ((error as RetryLater).at.getTime() - Date.now()) / 60_000;
  };

  it.each([
    [190, 458, 'app-removed'],
    [190, 459, 'account-checkpoint'],
    [190, 460, 'password-changed'],
    [190, 463, 'access-expired'],
    [190, 467, 'token-refused'],
    [10, 0, 'rights-missing'],
    [200, 0, 'rights-missing'],
    [100, 33, 'not-at-network'],
  ])('%i/%i asks for a person: %s', async (code, subcode, problem) => {
    answering(code, subcode);
    await expect(connector.pull(source, null, signal)).rejects.toMatchObject({
      name: 'SourceNeedsAttention',
      code: problem,
    });
  });

  it.each([
    [4, 'app-limit'],
    [17, 'user-limit'],
    [32, 'page-limit'],
    [613, 'call-limit'],
    [80_001, 'retry-later'],
  ])('%i is a limit, and says whose: it waits a while, or for as long as is named', async (code, whose) => {
    answering(code);
    await expect(connector.pull(source, null, signal)).rejects.toMatchObject({ code: whose });
    answering(code);
    const wait = await waitOf();
    expect(wait).toBeGreaterThan(4.9);
    expect(wait).toBeLessThan(15.1);
    const usage = [{ type: 'pages', call_count: 120, estimated_time_to_regain_access: 43 }];
    answering(code, 0, { 'x-business-use-case-usage': JSON.stringify({ '1': usage }) });
    expect(await waitOf()).toBeCloseTo(43, 0);
  });

  it('368 is a block for a while, and says so', async () => {
    answering(368);
    const error: unknown = await connector.pull(source, null, signal).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(RetryLater);
    expect((error as Error).message).toMatch(/blocks this account for a while: In words/);
    expect(error).toMatchObject({ code: 'network-blocks' });
  });

  it.each([1, 2, 100])('%i is nothing that a person can do something about', async (code) => {
    answering(code);
    const error: unknown = await connector.pull(source, null, signal).catch((one: unknown) => one);
    expect(error).not.toBeInstanceOf(SourceNeedsAttention);
    expect(error).not.toBeInstanceOf(RetryLater);
  });

  it('never repeats a token, though Facebook does', async () => {
    facebook.token = 'another';
    const error: unknown = await connector.pull(source, null, signal).catch((one: unknown) => one);
    expect((error as Error).message).toContain('Error validating access token');
    expect((error as Error).message).not.toContain('token-of-lumen');
  });
});

describe('reading', () => {
  it('brings in posts, posts that name us, and what is said below ours, each with its place', async () => {
    facebook.comments = [comment(2001, 50), { ...comment(2002, 40), parent: '2001' }];
    facebook.tagged = [{ id: '3001', text: 'Thanks @Lumen', at: minutesAgo(30) }];
    const { mentions } = await readOn(null);
    expect(mentions).toMatchObject([
      { text: 'Our new timetable', own: true, conversationKey: '104000001_1001' },
      { text: 'Thanks @Lumen', own: false },
      { externalId: '1001_2002', inReplyTo: '1001_2001', conversationKey: '104000001_1001', own: false },
      { externalId: '1001_2001', inReplyTo: '104000001_1001', author: { name: 'Ana' } },
    ]);
  });

  it('reads comments only of posts that changed, from what is known on, over all their pages', async () => {
    facebook.posts.push({ id: '1002', text: 'Quiet', at: minutesAgo(500), own: true });
    facebook.comments = [comment(2001, 50), { ...comment(2000, 400), post: '1002' }];
    const first = await readOn(null);
    expect(textsOf(await readOn(first.cursor))).not.toContain('Comment 2001');
    const before = asked('/comments').length;
    for (let id = 2002; id < 2010; id++) facebook.comments.push(comment(id, 2010 - id));
    const next = await readOn(first.cursor);
    const texts = textsOf(next).filter((text) => text.startsWith('Comment'));
    // The newest known one comes again, because the reading begins a little behind it.
    expect(texts.sort()).toEqual(Array.from({ length: 9 }, (_, place) => `Comment ${2001 + place}`));
    expect(
      asked('/comments')
        .slice(before)
        .every(({ url }) => url.pathname.includes('_1001')),
    ).toBe(true);
    expect(asked('/comments').length).toBe(before + 3);
    const quiet = asked('/comments').length;
    await readOn(next.cursor);
    expect(asked('/comments').length).toBe(quiet);
  });

  it('takes a comment that came while others were being read at the next reading', async () => {
    const { cursor } = await readOn(null);
    facebook.comments = [comment(2001, 10)];
    let page = await connector.pull(source, cursor, signal);
    // The list was read; meanwhile somebody else speaks, and is read with the first or at the next reading.
    facebook.comments.push(comment(2002, 0));
    const texts = textsOf(page);
    while (page.more) {
      page = await connector.pull(source, page.cursor, signal);
      texts.push(...textsOf(page));
    }
    texts.push(...textsOf(await readOn(page.cursor)));
    expect(texts).toEqual(expect.arrayContaining(['Comment 2001', 'Comment 2002']));
  });

  it('leaves a post out that goes while it is being read', async () => {
    const { cursor } = await readOn(null);
    facebook.comments = [comment(2001, 10)];
    let page = await connector.pull(source, cursor, signal);
    facebook.posts = [];
    while (page.more) page = await connector.pull(source, page.cursor, signal);
    expect(page.cursor).toMatchObject({ reading: null });
  });

  it('leaves out a post whose comments may not be seen, while the token has all its rights', async () => {
    facebook.comments = [comment(2001, 10)];
    const fault = { status: 403, body: failed(10, 0, 'Not yours').json };
    facebook.faults.push({ path: '/comments', fault });
    expect(textsOf(await readOn(null))).toEqual(['Our new timetable']);
    facebook.faults.push({ path: '/comments', fault });
    facebook.scopes.pop();
    await expect(readOn(null)).rejects.toMatchObject({ code: 'rights-missing' });
  });

  it('cuts a post that is too long to be kept, instead of losing it', async () => {
    facebook.posts.push({ id: '1002', text: 'x'.repeat(60_000), at: minutesAgo(5) });
    expect(textsOf(await readOn(null))[0]).toMatch(/^x{9999}…$/);
  });

  it('begins the list anew when Facebook forgot the mark of a page', async () => {
    const reading = { list: 0, after: 'after-forgotten', due: [], seen: {} };
    const page = await connector.pull(source, { known: {}, reading }, signal);
    expect(textsOf(page)).toEqual(['Our new timetable']);
  });

  it('keeps the last tenth of the limits for replies', async () => {
    facebook.used = 91;
    const page = await connector.pull(source, null, signal);
    expect(page.pauseUntil!.getTime() - Date.now()).toBeGreaterThan(9 * 60_000);
    expect(source.quotas).toEqual([{ limit: 100, remaining: 9, resetsAt: null }]);
    facebook.used = 100;
    facebook.waitMinutes = 30;
    const later = await connector.pull(source, page.cursor, signal);
    expect(later.pauseUntil!.getTime() - Date.now()).toBeGreaterThan(29 * 60_000);
  });

  it('brings in the past with all that was said below each post', async () => {
    for (let id = 2001; id < 2008; id++) facebook.comments.push(comment(id, 3000 - id));
    const texts: string[] = [];
    let mark: string | null = null;
    do {
      const page = await connector.readPage(source, mark, signal);
      texts.push(...page.mentions.map(({ text }) => text));
      mark = page.next;
    } while (mark !== null);
    expect(texts).toHaveLength(8);
  });
});

describe('what the Page delivers', () => {
  it('is asked for once the Page was read, beside what the app is told of already', async () => {
    facebook.subscribed = { '777000777': ['ratings'], '1': ['feed'] };
    const { cursor } = await readOn(null);
    expect(facebook.subscribed).toEqual({ '777000777': ['ratings', 'feed', 'mention'], '1': ['feed'] });
    await readOn(cursor);
    expect(asked('subscribed_apps')).toHaveLength(1);
    await readOn({ ...(cursor as object), subscribeAt: minutesAgo(1).toISOString() });
    expect(asked('subscribed_apps')).toHaveLength(2);
    expect(asked('subscribed_apps', 'POST')).toHaveLength(1);
  });

  it.each([failed(200, 0, 'Requires pages_manage_metadata'), { status: 500, json: {} }])(
    'does not stop the reading when the Page may not be told: %j',
    async (answer) => {
      facebook.subscribing = answer;
      const { mentions } = await readOn(null);
      expect(mentions).toHaveLength(1);
      let page = await connector.pull(source, null, signal);
      while (page.more) page = await connector.pull(source, page.cursor, signal);
      expect(page.deliveryProblem).toMatch(/./);
      expect(await connector.subscribe(source, signal)).toBe(page.deliveryProblem);
      facebook.subscribing = null;
      expect(await connector.subscribe(source, signal)).toBeNull();
    },
  );
});

describe('what is gone', () => {
  const known = (...ids: string[]) => ids.map((id) => ({ externalId: facebook.externalId(id), extra: null }));

  it('is found among those that are there', async () => {
    for (let id = 2001; id < 2009; id++) facebook.comments.push(comment(id, 3));
    const posts = known(...facebook.comments.map(({ id }) => id));
    facebook.comments = facebook.comments.filter(({ id }) => !['2003', '2008'].includes(id));
    expect((await connector.lookUp(source, posts, signal)).gone).toEqual(['1001_2003', '1001_2008']);
  });

  it('is not what Facebook will not tell us of, with all rights that there are', async () => {
    for (let id = 2001; id < 2004; id++) facebook.comments.push(comment(id, 3));
    const posts = known(...facebook.comments.map(({ id }) => id));
    facebook.comments.pop();
    const fault = { status: 403, body: failed(10, 0, 'Not yours').json };
    facebook.faults.push({ path: '/v23.0/1001_2001', fault });
    expect((await connector.lookUp(source, posts, signal)).gone).toEqual(['1001_2003']);
  });

  it('is not believed while the token lacks a right: Facebook says the same of what we may not see', async () => {
    facebook.comments = [comment(2001, 3)];
    const posts = known('2001');
    facebook.comments = [];
    facebook.scopes = facebook.scopes.filter((scope) => scope !== 'pages_read_user_content');
    await expect(connector.lookUp(source, posts, signal)).rejects.toMatchObject({ code: 'rights-missing' });
  });
});
