import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { closeOutgoing } from '#platform/outgoing';
import { YouTubeServer } from '../../../tests/simulators/youtube-server.js';
import { ReplyRefused, RetryLater, type SourceView, SourceNeedsAttention } from '../connector.js';
import { pacificDayOf } from '../quota/pacific-day.js';
import { MemoryQuotaLedger } from '../quota/quota-ledger.fixture.js';
import { type WatchedSource, watchedSource } from '../source-view.fixture.js';
import { YouTubeConnector } from './youtube-connector.js';

const { signal } = new AbortController();
let youtube: YouTubeServer;
let ledger: MemoryQuotaLedger;
let connector: YouTubeConnector;
let source: WatchedSource;

beforeEach(async () => {
  youtube = await new YouTubeServer().listen();
  youtube.posts = [{ id: '1001', text: 'Where is my refund?', at: minutesAgo(60) }];
  ledger = new MemoryQuotaLedger();
  connector = new YouTubeConnector(ledger);
  source = watchedSource({
    network: 'youtube',
    settings: youtube.settings,
    credentials: { ...youtube.credentials },
    account: '@lumen',
  });
});
afterEach(() => youtube.stop());
afterAll(() => closeOutgoing());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const watching = (settings: Record<string, unknown>, credentials?: Record<string, string>): WatchedSource =>
  watchedSource({
    network: 'youtube',
    settings: { ...youtube.settings, ...settings },
    credentials: credentials ?? { ...source.credentials },
  });
const keyOnly = () => ({ apiKey: youtube.apiKey });
const reply = (text = 'It leaves today', answered = '1001') => ({
  id: '7',
  text,
  inReplyToExternalId: youtube.externalId(answered),
  askedAt: new Date(),
  idempotencyKey: 'k',
});
const asked = (path: string) => youtube.requests.filter(({ url }) => url.pathname.includes(path));
const refusal = (status: number, reason: string, message = reason) => ({
  status,
  body: { error: { code: status, message, errors: [{ reason, message }] } },
});
/** Reads until nothing is left, and gives the texts of all that came. */
async function readAll(view: SourceView, kept: unknown = null) {
  const texts: string[] = [];
  let cursor = kept;
  for (let more = true; more;) {
    const page = await connector.pull(view, JSON.parse(JSON.stringify(cursor)), signal);
    texts.push(...page.mentions.map(({ text }) => text));
    ({ cursor, more } = page);
  }
  return { texts, cursor };
}

describe('the live check', () => {
  it('says whom YouTube knows us as, finds our channel, and shows what is there', async () => {
    const fresh = watching({}, { ...youtube.credentials, channelId: '', watchedChannelId: '' });
    expect(await connector.try(fresh, signal)).toMatchObject({
      account: '@lumen',
      title: 'Lumen',
      items: [
        {
          title: 'Where is my refund?',
          url: expect.stringMatching(/^https:\/\/www\.youtube\.com\/watch\?v=\S+&lc=Ugx1001/),
        },
      ],
    });
    expect(fresh.credentials).toMatchObject({ channelId: youtube.credentials.channelId });
  });

  it('reads a named channel with an API key alone, and takes no account from it', async () => {
    const view = watching({ term: '@lumen' }, keyOnly());
    expect(await connector.try(view, signal)).toMatchObject({ account: null, title: 'Lumen' });
    const [mention] = (await connector.pull(view, null, signal)).mentions;
    expect(mention).toMatchObject({ own: false, author: { handle: '@ana' } });
    expect(youtube.renewals).toBe(0);
  });

  it.each([
    ['a key needs a channel', {}, { apiKey: 'AIza-key-of-lumen' }, 'not-at-network'],
    ['a channel that is not there', { term: '@nobody' }, undefined, 'not-at-network'],
    ['a video that is not there', { watch: 'video', term: 'aaaaaaaaaaa' }, undefined, 'not-at-network'],
    ['a wrong key', { term: '@lumen' }, { apiKey: 'stolen' }, 'token-refused'],
  ])('says what is wrong: %s', async (_, settings, credentials, code) => {
    const check = connector.try(watching(settings, credentials), signal);
    await expect(check).rejects.toMatchObject({ name: 'SourceNeedsAttention', code });
  });

  it('refuses an access without the right to answer, before a crisis shows it', async () => {
    youtube.scope = 'https://www.googleapis.com/auth/youtube.readonly';
    await expect(connector.try(source, signal)).rejects.toMatchObject({ code: 'rights-missing' });
  });
});

describe('the guard of private addresses', () => {
  it.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]'])('holds for %s, tokens included', async (host) => {
    const server = youtube.url.replace('127.0.0.1', host);
    const view = watching({ server, allowPrivateAddress: false });
    await expect(connector.pull(view, null, signal)).rejects.toMatchObject({ code: 'address-refused' });
    expect(youtube.requests).toEqual([]);
  });
});

describe('the access', () => {
  it('is renewed once an hour, kept, and renewed at once when YouTube does not take it any more', async () => {
    await connector.pull(source, null, signal);
    await connector.pull(source, null, signal);
    expect(youtube.renewals).toBe(1);
    expect(source.credentials).toMatchObject({ accessToken: 'ya29.1' });
    youtube.expire();
    await connector.pull(source, null, signal);
    expect(youtube.renewals).toBe(2);
    await source.keepCredentials({ accessUntil: new Date(Date.now() + 10_000).toISOString() });
    await connector.pull(source, null, signal);
    expect(youtube.renewals).toBe(3);
  });

  it('that was revoked waits for a person, with words', async () => {
    youtube.token = 'revoked';
    await expect(connector.pull(source, null, signal)).rejects.toMatchObject({
      name: 'SourceNeedsAttention',
      code: 'token-refused',
      message: expect.stringMatching(/refresh token was revoked.*expired or revoked/),
    });
  });

  it('is never written into an address', async () => {
    await connector.pull(watching({ term: '@lumen' }, keyOnly()), null, signal).catch(() => undefined);
    await connector.pull(source, null, signal);
    expect(youtube.requests.map(({ url }) => url.href).join()).not.toMatch(/AIza|ya29|refresh/);
  });
});

describe('reading', () => {
  it('brings comments and all their answers, each with its thread', async () => {
    for (let n = 1; n <= 7; n++) {
      youtube.posts.push({ id: `20${n}`, text: `Me too ${n}`, at: minutesAgo(30 - n), parent: '1001' });
    }
    const { texts, cursor } = await readAll(source);
    expect(new Set(texts)).toEqual(
      new Set(['Where is my refund?', ...[1, 2, 3, 4, 5, 6, 7].map((n) => `Me too ${n}`)]),
    );
    // Two of seven came along; the rest is read in pages of three, and not again.
    expect(asked('/comments')).toHaveLength(3);
    await readAll(source, cursor);
    expect(asked('/comments')).toHaveLength(3);
    youtube.posts.push({ id: '208', text: 'And me', at: new Date(), parent: '1001' });
    expect((await readAll(source, cursor)).texts).toContain('And me');
    const { mentions } = await connector.pull(source, null, signal);
    expect(mentions[1]).toMatchObject({
      inReplyTo: youtube.externalId('1001'),
      conversationKey: youtube.externalId('1001'),
      externalId: youtube.externalId('201'),
    });
  });

  it('knows our own answers as ours', async () => {
    await connector.publish(source, reply('It leaves today'), signal);
    const { mentions } = await connector.pull(source, null, signal);
    expect(mentions).toMatchObject([
      { own: false },
      { own: true, text: 'It leaves today', author: { handle: '@lumen' } },
    ]);
  });

  it('goes on with the others when the answers of one thread cannot be had', async () => {
    youtube.posts.push({ id: '1002', text: 'And mine?', at: minutesAgo(50) });
    for (const parent of ['1001', '1002']) {
      for (let n = 1; n <= 3; n++) {
        youtube.posts.push({ id: `${parent}${n}`, text: `${parent} ${n}`, at: minutesAgo(9 - n), parent });
      }
    }
    const first = await connector.pull(source, null, signal);
    youtube.faults.push({ path: '/v3/comments', fault: refusal(400, 'processingFailure') });
    const second = await connector.pull(source, first.cursor, signal);
    expect(second).toMatchObject({ more: true, mentions: [], refused: [{ reason: 'processingFailure' }] });
    const third = await connector.pull(source, second.cursor, signal);
    expect(third).toMatchObject({ more: false, refused: [] });
    expect(third.mentions).toHaveLength(3);
    // The next reading asks for the missing ones again.
    expect((await readAll(source, third.cursor)).texts).toContain('1002 3');
  });

  it('begins at the newest again when YouTube forgot the mark of a page', async () => {
    const walk = { until: minutesAgo(9000).toISOString(), newest: null, page: 'forgotten' };
    expect((await connector.pull(source, { walk }, signal)).mentions).toHaveLength(1);
  });

  it.each([
    [refusal(403, 'commentsDisabled'), 'comments-disabled'],
    [refusal(403, 'forbidden'), 'rights-missing'],
    [refusal(403, 'accessNotConfigured'), 'rights-missing'],
    [refusal(403, 'insufficientPermissions'), 'rights-missing'],
    [refusal(403, 'authenticatedUserAccountSuspended'), 'account-locked'],
    [refusal(404, 'channelNotFound'), 'not-at-network'],
  ])('says of %j what a person has to do: %s', async (fault, code) => {
    youtube.faults.push({ path: '/commentThreads', fault });
    await expect(connector.pull(source, null, signal)).rejects.toMatchObject({
      name: 'SourceNeedsAttention',
      code,
    });
  });

  it.each(['rateLimitExceeded', 'userRateLimitExceeded'])('waits some minutes after %s', async (reason) => {
    youtube.faults.push({ path: '/commentThreads', fault: refusal(403, reason) });
    const error: unknown = await connector.pull(source, null, signal).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(RetryLater);
    expect((error as RetryLater).at.getTime() - Date.now()).toBeLessThan(301_000);
    expect(ledger.day.closed).toBe(false);
  });

  it('is tried again after a processing failure', async () => {
    youtube.faults.push({ path: '/commentThreads', fault: refusal(400, 'processingFailure') });
    const error: unknown = await connector.pull(source, null, signal).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(Error);
    for (const other of [SourceNeedsAttention, RetryLater]) expect(error).not.toBeInstanceOf(other);
  });

  it('reads the past with its answers, thread by thread', async () => {
    for (let n = 1; n <= 5; n++) {
      youtube.posts.push({ id: `10${n}2`, text: `Thread ${n}`, at: minutesAgo(100 + n) });
      for (let m = 1; m <= 4; m++) {
        const post = { id: `${n}${m}`, text: `Answer ${n}.${m}`, at: minutesAgo(9), parent: `10${n}2` };
        youtube.posts.push(post);
      }
    }
    const texts: string[] = [];
    let mark: string | null = null;
    do {
      const page = await connector.readPage(source, mark, signal);
      texts.push(...page.mentions.map(({ text }) => text));
      mark = page.next;
    } while (mark !== null);
    expect(new Set(texts)).toEqual(new Set(youtube.posts.map(({ text }) => text)));
  });
});

describe('the quota', () => {
  it('is counted by the project of the client before each call, as YouTube counts it, and shown', async () => {
    await connector.try(source, signal);
    await readAll(source);
    const post = await connector.publish(source, reply(), signal);
    await connector.remove(source, post, signal);
    expect(ledger.day.used).toBe(youtube.units);
    expect(new Set(ledger.accounts.map(({ project }) => project))).toEqual(new Set(['123456789012']));
    expect(source.quotas.at(-1)).toMatchObject({ limit: 10_000, remaining: 10_000 - youtube.units });
  });

  it('of a key is known by a print that is no secret', async () => {
    await connector.try(watching({ term: '@lumen' }, keyOnly()), signal);
    expect(ledger.accounts[0]?.project).toMatch(/^[0-9a-f]{24}$/);
  });

  it('is not overrun: what is not left is not asked for, until midnight in California', async () => {
    ledger.day = { ...ledger.day, used: 9000 };
    await expect(connector.pull(source, null, signal)).rejects.toMatchObject({
      code: 'quota-kept-for-replies',
      at: pacificDayOf(new Date()).endsAt,
      message: expect.stringContaining('midnight in California'),
    });
    await connector.publish(source, reply(), signal);
    ledger.day = { ...ledger.day, used: 9980 };
    const before = youtube.units;
    await expect(connector.publish(source, reply('More'), signal)).rejects.toMatchObject({
      code: 'quota-spent',
    });
    // The thread was read, which there were units for; nothing was posted.
    expect(youtube.units).toBe(before + 1);
    expect(youtube.replies).toHaveLength(1);
  });

  it('spent elsewhere is believed, and nothing more is asked that day', async () => {
    youtube.quota = 0;
    const day = pacificDayOf(new Date()).endsAt;
    await expect(connector.pull(source, null, signal)).rejects.toMatchObject({
      code: 'quota-spent',
      at: day,
      message: expect.stringMatching(/exceeded your quota/),
    });
    expect(source.quotas.at(-1)).toMatchObject({ remaining: 0 });
    const requests = youtube.requests.length;
    await expect(connector.publish(source, reply(), signal)).rejects.toThrow(RetryLater);
    expect(youtube.requests).toHaveLength(requests);
  });

  it('lets a source pause by itself when it has read ahead of the day', async () => {
    const noon = new Date(pacificDayOf(new Date()).startsAt.getTime() + 12 * 3_600_000);
    ledger.now = () => noon;
    ledger.day = { ...ledger.day, paidUntil: new Date(noon.getTime() + 3_599_000) };
    expect(await connector.pull(source, null, signal)).toHaveProperty('pauseUntil');
    await expect(connector.pull(source, null, signal)).rejects.toMatchObject({ code: 'quota-spread' });
  });
});

describe('a reply', () => {
  it('stands under the comment, is found again though YouTube shows it otherwise, and can be taken down', async () => {
    const text = 'It leaves today:\n https://lumen.example/refunds';
    const post = await connector.publish(source, reply(text), signal);
    expect(post.url).toMatch(/^https:\/\/www\.youtube\.com\/watch\?v=/);
    expect(await connector.find(source, reply(text), signal)).toEqual(post);
    expect(await connector.find(source, reply('Something else'), signal)).toBe('none');
    await connector.remove(source, post, signal);
    expect(await connector.find(source, reply(text), signal)).toBe('none');
    await connector.remove(source, post, signal);
  });

  it('may be there when YouTube does not say what was typed, and only shows its link in other words', async () => {
    await connector.publish(source, reply('See https://lumen.example/refunds'), signal);
    youtube.hidesOriginal = true;
    expect(await connector.find(source, reply('See https://lumen.example/refunds'), signal)).toBe('unknown');
    expect(await connector.find(source, reply('No link here'), signal)).toBe('none');
  });

  it('to an answer stands below the first comment of its thread', async () => {
    youtube.posts.push({ id: '2001', text: 'Mine too', at: new Date(), parent: '1001' });
    await connector.publish(source, reply('Sorry', '2001'), signal);
    expect(youtube.replies).toMatchObject([{ parent: '1001', text: 'Sorry' }]);
  });

  it('is looked for on all pages of a long thread', async () => {
    for (let n = 1; n <= 8; n++) {
      youtube.posts.push({ id: `20${n}`, text: `Me too ${n}`, at: new Date(), parent: '1001' });
    }
    const post = await connector.publish(source, reply(), signal);
    expect(await connector.find(source, reply(), signal)).toEqual(post);
    expect(await connector.publish(source, reply(), signal)).toEqual(post);
    expect(youtube.replies).toHaveLength(1);
  });

  it.each([
    [refusal(403, 'commentsDisabled'), 'comments-disabled'],
    [refusal(404, 'parentCommentNotFound'), 'post-deleted'],
    [refusal(400, 'parentCommentIsPrivate'), 'post-deleted'],
    [refusal(400, 'commentTextTooLong'), 'network-text-too-long'],
    [refusal(403, 'forbidden'), 'network-refused'],
  ])('that YouTube refuses with %j says %s', async (fault, code) => {
    youtube.faults.push({ path: youtube.posting, fault });
    await expect(connector.publish(source, reply(), signal)).rejects.toMatchObject({
      name: 'ReplyRefused',
      code,
    });
  });

  it.each([{ status: 500 }, { status: 503 }, 'cut', 'drop', refusal(400, 'processingFailure')] as const)(
    'that is answered with %j may be there or not: nobody says that it is refused',
    async (fault) => {
      youtube.faults.push({ path: youtube.posting, fault });
      const error: unknown = await connector.publish(source, reply(), signal).catch((one: unknown) => one);
      expect(error).toBeInstanceOf(Error);
      for (const certain of [ReplyRefused, RetryLater, SourceNeedsAttention]) {
        expect(error).not.toBeInstanceOf(certain);
      }
    },
  );

  it('whose thread cannot be read yet is tried again, and not posted blindly', async () => {
    youtube.faults.push({ path: 'GET /youtube/v3/comments', fault: { status: 500 } });
    await expect(connector.publish(source, reply(), signal)).rejects.toThrow(RetryLater);
    expect(youtube.replies).toEqual([]);
  });

  it('is for an account: a key is told so, and stays in use for reading', async () => {
    const view = watching({ term: '@lumen' }, keyOnly());
    await expect(connector.publish(view, reply(), signal)).rejects.toThrow(ReplyRefused);
    expect(youtube.requests).toEqual([]);
  });

  it('whose access has just run out is posted once, after a new one was given', async () => {
    await connector.pull(source, null, signal);
    youtube.faults.push({ path: youtube.posting, fault: refusal(401, 'authError') });
    await connector.publish(source, reply(), signal);
    expect(youtube.replies).toHaveLength(1);
    expect(youtube.renewals).toBe(2);
  });
});

it('tells which comments YouTube does not show any more, fifty at a time', async () => {
  const known = Array.from({ length: 60 }, (_, n) => ({ externalId: `Ugx${2000 + n}AaABAg`, extra: null }));
  youtube.posts.push({ id: '2007', text: 'Still here', at: new Date() });
  const { gone: lost } = await connector.lookUp(
    source,
    [...known, { externalId: 'https://other', extra: null }],
    signal,
  );
  expect(lost).toHaveLength(59);
  expect(lost).not.toContain('Ugx2007AaABAg');
  expect(asked('/comments').map(({ url }) => url.searchParams.get('id')?.split(',').length)).toEqual([
    50, 10,
  ]);
});
