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
  askedAt: new Date(),
  idempotencyKey: 'k',
});
const asked = (path: string, method = 'GET') =>
  facebook.requests.filter((one) => one.method === method && one.url.pathname.includes(path));

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

  it('leaves the source as it is where only posts of its own are not allowed', async () => {
    facebook.scopes = facebook.scopes.filter((scope) => scope !== 'pages_manage_posts');
    const post = { ...reply(), inReplyToExternalId: null };
    await expect(connector.publish(source, post, signal)).rejects.toMatchObject({
      name: 'ReplyRefused',
      code: 'network-refused',
      message: expect.stringContaining('pages_manage_posts'),
    });
    await connector.publish(source, reply(), signal);
    expect(facebook.replies).toHaveLength(1);
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
