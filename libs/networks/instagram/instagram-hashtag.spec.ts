import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { InstagramHashtagServer } from '../../../tests/simulators/instagram-hashtag-server.js';
import { ReplyRefused } from '../connector.js';
import { type WatchedSource, watchedSource } from '../source-view.fixture.js';
import { InstagramConnector } from './instagram-connector.js';

const { signal } = new AbortController();
const connector = new InstagramConnector();
let instagram: InstagramHashtagServer;
let source: WatchedSource;

beforeEach(async () => {
  instagram = await new InstagramHashtagServer().listen();
  instagram.posts = [1, 2, 3, 4, 5].map((number) => ({
    id: String(1000 + number),
    text: `Post ${number} #lumen`,
    at: new Date(Date.now() - (10 - number) * 60_000),
  }));
  const { settings, credentials } = instagram;
  source = watchedSource({ network: 'instagram', settings, credentials: { ...credentials } });
});
afterEach(() => instagram.stop());

/** As somebody typed it, before anything is known. */
function typed(term = 'lumen', type = 'USER'): WatchedSource {
  const { accessToken = '', appSecret = '' } = instagram.credentials;
  instagram.tokenType = type;
  const settings = { ...instagram.settings, term };
  return watchedSource({ network: 'instagram', settings, credentials: { accessToken, appSecret } });
}

describe('the live check of a hashtag', () => {
  it.each(['USER', 'PAGE'])(
    'finds account and hashtag with the token of a %s, and shows posts',
    async (type) => {
      const given = typed('lumen', type);
      expect(await connector.try(given, signal)).toMatchObject({
        account: '@lumen',
        title: '#lumen',
        items: [{ title: 'Post 5 #lumen' }, { title: 'Post 4 #lumen' }, { title: 'Post 3 #lumen' }],
      });
      expect(given.credentials).toMatchObject({
        accountId: '17841400000000001',
        hashtagId: '17843857450040591',
      });
    },
  );

  it('says what stands against it', async () => {
    await expect(connector.try(typed('unheard'), signal)).rejects.toMatchObject({ code: 'not-at-network' });
    instagram.granted = false;
    await expect(connector.try(typed(), signal)).rejects.toMatchObject({ code: 'rights-missing' });
    instagram.granted = true;
    instagram.looked = 30;
    await expect(connector.try(typed(), signal)).rejects.toMatchObject({ code: 'hashtag-limit' });
    instagram.looked = 29;
    expect(await connector.try(typed(), signal)).toMatchObject({ title: '#lumen' });
    // The one that was looked for already counts no second time.
    expect(await connector.try(typed(), signal)).toMatchObject({ title: '#lumen' });
  });
});

describe('a hashtag', () => {
  it('is read without authors, from page to page even when all of them have the same mark', async () => {
    instagram.sameMark = true;
    const first = await connector.pull(source, null, signal);
    expect(first.mentions[0]).toMatchObject({
      externalId: 'media/17901005',
      author: { handle: null, name: null, url: null },
      url: 'https://www.instagram.com/p/1005/',
      own: false,
    });
    for (let number = 6; number <= 12; number++) {
      instagram.posts.push({ id: String(1000 + number), text: `Post ${number}`, at: new Date() });
    }
    const texts: string[] = [];
    let { cursor } = first;
    for (let more = true; more;) {
      const page = await connector.pull(source, cursor, signal);
      texts.push(...page.mentions.map(({ text }) => text));
      ({ cursor, more } = page);
    }
    expect(texts.filter((text) => /^Post (6|7|8|9|10|11|12)$/.test(text))).toHaveLength(7);
  });

  it('tells what its posts say by now, of those that it still shows', async () => {
    instagram.edit('1001', 'Post 1 #lumen, put better');
    const posts = ['media/17901001', 'media/17904711'].map((externalId) => ({ externalId, extra: null }));
    expect(await connector.lookUp(source, posts, signal)).toMatchObject({
      gone: [],
      wordings: [{ externalId: 'media/17901001', text: 'Post 1 #lumen, put better', told: false }],
    });
  });

  it('waits when other hashtags have taken its place', async () => {
    instagram.looked = 30;
    await expect(connector.pull(source, null, signal)).rejects.toMatchObject({
      name: 'RetryLater',
      code: 'hashtag-limit',
    });
  });

  it('lets nobody answer, and says so without asking', async () => {
    const reply = {
      ...{ id: '7', text: 'Hello', inReplyToExternalId: 'media/17901005', askedAt: new Date() },
      idempotencyKey: 'k',
    };
    await expect(connector.publish(source, reply, signal)).rejects.toThrow(ReplyRefused);
    expect(await connector.find(source, reply, signal)).toBe('none');
    expect(instagram.requests).toEqual([]);
  });

  it('does not tell its Page to deliver', async () => {
    await connector.pull(source, null, signal);
    expect(instagram.subscribed).toEqual({});
  });
});
