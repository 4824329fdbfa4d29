import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { InstagramServer, MEDIA_ID } from '../../../tests/simulators/instagram-server.js';
import { failed } from '../../../tests/simulators/meta-server.js';
import { ReplyRefused, RetryLater, SourceNeedsAttention } from '../connector.js';
import { type WatchedSource, watchedSource } from '../source-view.fixture.js';
import { InstagramConnector } from './instagram-connector.js';

const { signal } = new AbortController();
const connector = new InstagramConnector();
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
let instagram: InstagramServer;
let source: WatchedSource;

beforeEach(async () => {
  instagram = await new InstagramServer().listen();
  instagram.posts = [{ id: '1001', text: 'Where is my refund?', at: minutesAgo(60) }];
  const { settings, credentials } = instagram;
  source = watchedSource({ network: 'instagram', settings, credentials: { ...credentials } });
});
afterEach(() => instagram.stop());

const replyTo = (answered: string, text = 'It leaves today') => ({
  id: '7',
  text,
  inReplyToExternalId: answered,
  askedAt: new Date(),
  idempotencyKey: 'k',
});
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

describe('the live check', () => {
  it('finds the account that belongs to the Page', async () => {
    expect(await connector.try(source, signal)).toMatchObject({
      account: '@lumen',
      title: 'Lumen',
      items: [{ title: 'Our new timetable', url: 'https://www.instagram.com/p/lumen1/' }],
    });
    expect(source.credentials).toMatchObject({ accountId: '17841400000000001', username: 'lumen' });
  });

  it('says when there is none, or when it may not answer', async () => {
    instagram.professional = false;
    await expect(connector.try(source, signal)).rejects.toMatchObject({ code: 'token-refused' });
    instagram.professional = true;
    instagram.scopes = ['instagram_basic', 'pages_read_engagement'];
    await expect(connector.try(source, signal)).rejects.toMatchObject({
      name: 'SourceNeedsAttention',
      code: 'rights-missing',
    });
  });
});

describe('reading', () => {
  it('brings in comments with their answers, and posts in which we are tagged, each with its place', async () => {
    instagram.posts.push({ id: '1002', text: 'Mine too', at: minutesAgo(50), parent: '1001' });
    instagram.tagged = [{ id: '3001', text: 'With @lumen', at: minutesAgo(10) }];
    const { mentions } = await readOn(null);
    const post = `media/${MEDIA_ID}`;
    expect(mentions).toMatchObject([
      { externalId: post, own: true, inReplyTo: null, conversationKey: post },
      { externalId: 'media/3001', own: false, author: { handle: '@ana' } },
      { externalId: '17891001', inReplyTo: post, conversationKey: post, own: false },
      { externalId: '17891002', inReplyTo: '17891001', conversationKey: post },
    ]);
  });

  it('reads comments again when their number changed, and only then', async () => {
    const first = await readOn(null);
    const comments = () => instagram.requests.filter(({ url }) => url.pathname.endsWith('/comments')).length;
    const before = comments();
    await readOn(first.cursor);
    expect(comments()).toBe(before);
    for (let id = 1002; id < 1010; id++) {
      instagram.posts.push({ id: String(id), text: `Comment ${id}`, at: minutesAgo(1010 - id) });
    }
    const next = await readOn(first.cursor);
    expect(next.mentions.filter(({ text }) => text.startsWith('Comment'))).toHaveLength(8);
  });

  it('shows our own answers as ours', async () => {
    await connector.publish(source, replyTo('17891001'), signal);
    const { mentions } = await readOn(null);
    expect(mentions.filter(({ own }) => own).map(({ text }) => text)).toEqual([
      'Our new timetable',
      'It leaves today',
    ]);
  });
});

describe('a reply', () => {
  it.each(['17891001', '17891002'])(
    'stands below %s, is found again, and can be taken down',
    async (answered) => {
      instagram.posts.push({ id: '1002', text: 'Mine too', at: minutesAgo(50), parent: '1001' });
      const post = await connector.publish(source, replyTo(answered), signal);
      expect(await connector.find(source, replyTo(answered), signal)).toEqual(post);
      expect(await connector.find(source, replyTo(answered, 'Something else'), signal)).toBe('none');
      await connector.publish(source, replyTo(answered), signal);
      expect(instagram.replies).toHaveLength(1);
      await connector.remove(source, post, signal);
      expect(await connector.find(source, replyTo(answered), signal)).toBe('none');
      await connector.remove(source, post, signal);
    },
  );

  it('is not taken for sent because somebody else in the thread got the same words', async () => {
    const from = { id: '88', username: 'bruno' };
    instagram.posts.push({ id: '1002', text: 'Mine too', at: minutesAgo(50), parent: '1001', from });
    await connector.publish(source, replyTo('17891002'), signal);
    expect(await connector.find(source, replyTo('17891001'), signal)).toBe('unknown');
    await connector.publish(source, replyTo('17891001'), signal);
    expect(instagram.replies.map(({ parent }) => parent)).toEqual(['1002', '1001']);
  });

  it.each([
    ['media/3001', { media_id: '3001' }],
    ['media/3001/4711', { media_id: '3001', comment_id: '4711' }],
  ])(
    'to %s, where somebody named us, goes through our account, and cannot be read back',
    async (answered, ids) => {
      await connector.publish(source, replyTo(answered), signal);
      expect(instagram.replies).toMatchObject([
        { path: '17841400000000001/mentions', body: { ...ids, message: 'It leaves today' } },
      ]);
      expect(await connector.find(source, replyTo(answered), signal)).toBe('unknown');
    },
  );

  it('to what is no post of Instagram is refused', async () => {
    await expect(connector.publish(source, replyTo('../me'), signal)).rejects.toThrow(ReplyRefused);
    expect(instagram.requests).toEqual([]);
  });

  it.each([
    [100, 33, 'It does not exist', 'post-deleted'],
    [100, 0, 'Your comment is longer than 2200 characters', 'network-text-too-long'],
    [10, 0, 'Not below this post', 'network-refused'],
  ])('that Instagram refuses with %i/%i “%s” says %s', async (code, subcode, words, refusal) => {
    instagram.refusal = failed(code, subcode, words);
    await expect(connector.publish(source, replyTo('17891001'), signal)).rejects.toMatchObject({
      name: 'ReplyRefused',
      code: refusal,
    });
  });

  it.each([{ status: 500 }, 'cut', 'drop'] as const)(
    'that is answered with %j may be there or not: nobody says that it is refused',
    async (fault) => {
      instagram.faults.push({ path: 'POST /replies', fault });
      const error: unknown = await connector
        .publish(source, replyTo('17891001'), signal)
        .catch((one: unknown) => one);
      expect(error).toBeInstanceOf(Error);
      for (const certain of [ReplyRefused, RetryLater, SourceNeedsAttention]) {
        expect(error).not.toBeInstanceOf(certain);
      }
    },
  );
});

it('tells which comments below our posts are gone, and nothing of the posts of others', async () => {
  const asked = ['17891001', '17894711', 'media/3001', 'media/3001/4711'];
  const posts = asked.map((externalId) => ({ externalId, extra: null }));
  expect((await connector.lookUp(source, posts, signal)).gone).toEqual(['17894711']);
});

describe('captions', () => {
  const known = (...ids: string[]) => ids.map((id) => ({ externalId: `media/${id}`, extra: null }));
  const said = async (...ids: string[]) =>
    (await connector.lookUp(source, known(...ids), signal)).wordings.map(({ externalId, text, told }) => [
      externalId,
      text,
      told,
    ]);

  it('of posts in which our account is tagged are looked up page by page, those that name it by their ids', async () => {
    instagram.tagged = [1, 2, 3, 4, 5].map((number) => ({
      id: String(3000 + number),
      text: `Tagged ${number}, put better`,
      at: minutesAgo(90 - number),
    }));
    instagram.namedPosts = [{ id: '4001', text: '@lumen, put better', at: minutesAgo(80) }];
    expect(await said('3001', '4001', '4711')).toEqual([
      ['media/3001', 'Tagged 1, put better', false],
      ['media/4001', '@lumen, put better', false],
    ]);
    expect((await connector.lookUp(source, known('4711'), signal)).gone).toEqual([]);
  });

  it('of our own posts are read with them, as they are by now', async () => {
    const { wordings = [] } = await connector.pull(source, null, signal);
    expect(wordings).toMatchObject([{ externalId: `media/${MEDIA_ID}`, text: 'Our new timetable' }]);
  });

  it('are not looked up while the network asks for a pause', async () => {
    instagram.faults.push({ path: '/tags', fault: { status: 429 } });
    await expect(connector.lookUp(source, known('3001'), signal)).rejects.toThrow(RetryLater);
  });
});
