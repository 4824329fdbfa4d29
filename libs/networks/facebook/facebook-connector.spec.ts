import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FacebookServer } from '../../../tests/simulators/facebook-server.js';
import { failed } from '../../../tests/simulators/meta-server.js';
import { ReplyRefused, RetryLater, SourceNeedsAttention } from '../connector.js';
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
const reply = (text = 'It leaves today', answered = '1001') => ({
  id: '7',
  text,
  inReplyToExternalId: facebook.externalId(answered),
  idempotencyKey: 'k',
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

  it.each([4, 17, 32, 613, 80_001])(
    '%i is a limit: it waits a while, or for as long as is named',
    async (code) => {
      answering(code);
      const wait = await waitOf();
      expect(wait).toBeGreaterThan(4.9);
      expect(wait).toBeLessThan(15.1);
      const usage = [{ type: 'pages', call_count: 120, estimated_time_to_regain_access: 43 }];
      answering(code, 0, { 'x-business-use-case-usage': JSON.stringify({ '1': usage }) });
      expect(await waitOf()).toBeCloseTo(43, 0);
    },
  );

  it('368 is a block for a while, and says so', async () => {
    answering(368);
    const error: unknown = await connector.pull(source, null, signal).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(RetryLater);
    expect((error as Error).message).toMatch(/blocks this account for a while: In words/);
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

describe('a reply', () => {
  it.each(['1001', '2001', '2002'])(
    'stands below %s, is found again, and can be taken down',
    async (answered) => {
      facebook.comments = [comment(2001, 50), { ...comment(2002, 40), parent: '2001' }];
      const text = 'It leaves today, and we are sorry:\n https://lumen.example/refunds';
      const given = reply(text, answered);
      const post = await connector.publish(source, given, signal);
      expect(post.url).toBe(`https://www.facebook.com/${post.externalId}`);
      expect(await connector.find(source, given, signal)).toEqual(post);
      expect(await connector.find(source, reply('Something else', answered), signal)).toBe('none');
      await connector.remove(source, post, signal);
      expect(await connector.find(source, given, signal)).toBe('none');
      await connector.remove(source, post, signal);
    },
  );

  it('is read back before it is sent: what is there already is not posted again', async () => {
    await connector.publish(source, reply(), signal);
    await connector.publish(source, reply(), signal);
    expect(asked('/comments', 'POST')).toHaveLength(1);
  });

  it('is found though many others were said after it', async () => {
    await connector.publish(source, reply(), signal);
    for (let id = 2001; id < 2020; id++) facebook.comments.push(comment(id, -1));
    expect(await connector.find(source, reply(), signal)).toMatchObject({ externalId: '1001_9000' });
  });

  it('is not taken for sent because somebody else in the thread, or below the post, got the same words', async () => {
    const bruno = { id: '88', name: 'Bruno' };
    facebook.comments = [comment(2001, 50), { ...comment(2002, 40), parent: '2001', from: bruno }];
    await connector.publish(source, reply('Sorry', '2002'), signal);
    expect(await connector.find(source, reply('Sorry', '2001'), signal)).toBe('unknown');
    expect(await connector.find(source, reply('Sorry', '1001'), signal)).toBe('none');
    for (const answered of ['2001', '1001'])
      await connector.publish(source, reply('Sorry', answered), signal);
    expect(facebook.replies.map(({ parent }) => parent)).toEqual(['2002', '2001', '1001']);
    expect(await connector.find(source, reply('Sorry', '1001'), signal)).toMatchObject({
      externalId: '1001_9002',
    });
  });

  it('is not said to be missing while one of the comments cannot be read', async () => {
    facebook.comments = [{ ...comment(2001, 10), malformed: true }];
    expect(await connector.find(source, reply(), signal)).toBe('unknown');
    expect(await connector.find(source, reply('Sorry', '4711'), signal)).toBe('unknown');
  });

  it('whose words Facebook has just seen elsewhere is refused, and not posted in another form', async () => {
    facebook.refusesDoubles = true;
    facebook.comments = [comment(2001, 50)];
    await connector.publish(source, reply('Sorry', '2001'), signal);
    await expect(connector.publish(source, reply('Sorry', '1001'), signal)).rejects.toMatchObject({
      name: 'ReplyRefused',
      code: 'duplicate-text',
    });
    expect(facebook.replies).toHaveLength(1);
  });

  it.each([
    [100, 33, 'It does not exist', 'post-deleted'],
    [100, 0, 'The message is too long', 'network-text-too-long'],
    [200, 0, 'Permissions error: you have been blocked', 'author-blocked'],
    [200, 0, 'Permissions error', 'network-refused'],
    [100, 0, 'Something else', 'network-refused'],
  ])('that Facebook refuses with %i/%i “%s” says %s', async (code, subcode, words, refusal) => {
    facebook.refusal = failed(code, subcode, words);
    await expect(connector.publish(source, reply(), signal)).rejects.toMatchObject({
      name: 'ReplyRefused',
      code: refusal,
    });
  });

  it('asks for a person when it is the token that may not answer', async () => {
    facebook.refusal = failed(200, 0, 'Permissions error');
    facebook.scopes.pop();
    await expect(connector.publish(source, reply(), signal)).rejects.toMatchObject({
      name: 'SourceNeedsAttention',
      code: 'rights-missing',
    });
  });

  it('waits when the account is blocked for a while', async () => {
    facebook.refusal = failed(368, 1390008, 'You are temporarily blocked');
    await expect(connector.publish(source, reply(), signal)).rejects.toThrow(RetryLater);
  });

  it.each([
    { status: 500 },
    { status: 503 },
    { status: 400, body: failed(2, 0, 'x').json },
    'cut',
    'drop',
  ] as const)(
    'that is answered with %j may be there or not: nobody says that it is refused',
    async (fault) => {
      facebook.faults.push({ path: 'POST /comments', fault });
      const error: unknown = await connector.publish(source, reply(), signal).catch((one: unknown) => one);
      expect(error).toBeInstanceOf(Error);
      for (const certain of [ReplyRefused, RetryLater, SourceNeedsAttention]) {
        expect(error).not.toBeInstanceOf(certain);
      }
    },
  );
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
    },
  );
});

describe('what is gone', () => {
  const known = (...ids: string[]) => ids.map((id) => ({ externalId: facebook.externalId(id), extra: null }));

  it('is found among those that are there', async () => {
    for (let id = 2001; id < 2009; id++) facebook.comments.push(comment(id, 3));
    const posts = known(...facebook.comments.map(({ id }) => id));
    facebook.comments = facebook.comments.filter(({ id }) => !['2003', '2008'].includes(id));
    expect(await connector.gone(source, posts, signal)).toEqual(['1001_2003', '1001_2008']);
  });

  it('is not what Facebook will not tell us of, with all rights that there are', async () => {
    for (let id = 2001; id < 2004; id++) facebook.comments.push(comment(id, 3));
    const posts = known(...facebook.comments.map(({ id }) => id));
    facebook.comments.pop();
    const fault = { status: 403, body: failed(10, 0, 'Not yours').json };
    facebook.faults.push({ path: '/v23.0/1001_2001', fault });
    expect(await connector.gone(source, posts, signal)).toEqual(['1001_2003']);
  });

  it('is not believed while the token lacks a right: Facebook says the same of what we may not see', async () => {
    facebook.comments = [comment(2001, 3)];
    const posts = known('2001');
    facebook.comments = [];
    facebook.scopes = facebook.scopes.filter((scope) => scope !== 'pages_read_user_content');
    await expect(connector.gone(source, posts, signal)).rejects.toMatchObject({ code: 'rights-missing' });
  });
});
