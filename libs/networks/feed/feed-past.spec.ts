import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeOutgoing } from '#platform/outgoing';
import { FeedServer, rss } from '../../../tests/simulators/feed-server.js';
import { watchedSource } from '../source-view.fixture.js';
import { FeedConnector } from './feed-connector.js';
import { asFeedPast, nextFeedPast } from './feed-past.js';
import { freeHosts } from './host-turns.fixture.js';

const { signal } = new AbortController();
const NOW = new Date('2026-11-25T08:00:00Z');
const hosts = freeHosts();
const connector = new FeedConnector(hosts, () => NOW);
let site: FeedServer;
beforeAll(async () => {
  site = await FeedServer.start();
});
afterAll(async () => {
  await site.stop();
  await closeOutgoing();
});

const readPage = (url: string, mark: string | null) =>
  connector.readPage(watchedSource({ settings: { url, allowPrivateAddress: true } }), mark, signal);
const entry = (title: string) => rss([{ id: title, title, published: '2026-11-24T09:30:00Z' }]);
const withLink = (body: string, link: string) =>
  body
    .replace('<rss ', '<rss xmlns:atom="http://www.w3.org/2005/Atom" ')
    .replace('<channel>', `<channel>${link}`);

describe('the past of a feed', () => {
  it.each([
    ['RSS', withLink(entry('Today'), '<atom:link rel="next" href="/older"/>')],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>C</title><id>c</id><link rel="self" href="/x"/>
        <link rel="prev-archive" href="/older"/><entry><id>1</id><title>Today</title>
        <updated>2026-11-24T09:30:00Z</updated></entry></feed>`,
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'C',
        next_url: '/older',
        items: [{ id: '1', content_text: 'Today', date_published: '2026-11-24T09:30:00Z' }],
      }),
    ],
  ])('is followed by the page that a feed in %s names as the older', async (format, body) => {
    const url = site.serve(`/${format.replace(' ', '')}`, { body });
    site.serve('/older', { body: entry('Before') });
    const first = await readPage(url, null);
    expect(first.mentions.map(({ text }) => text.split('\n')[0])).toEqual(['Today']);
    const second = await readPage(url, first.next);
    expect(second.mentions.map(({ text }) => text.split('\n')[0])).toEqual(['Before']);
    expect(second.next).toBeNull();
  });

  it('leaves out what has no date: nobody knows whether it is of the past', async () => {
    const url = site.serve('/undated', { body: rss([{ id: 'one', title: 'Some day' }]) });
    expect(await readPage(url, null)).toMatchObject({ mentions: [], next: null });
  });

  it('is read as politely as the feed: robots are asked about each page, and the site rests', async () => {
    site.serve('/robots.txt', { body: 'User-agent: *\nDisallow: /private\nCrawl-delay: 7' });
    const url = site.serve('/polite', {
      body: withLink(entry('Today'), '<atom:link rel="next" href="/private"/>'),
    });
    site.serve('/private', { body: entry('Before') });
    hosts.ended.length = 0;
    const { next } = await readPage(url, null);
    expect(hosts.ended).toEqual([{ host: new URL(url).host, rest: { seconds: 7 } }]);
    await expect(readPage(url, next)).rejects.toMatchObject({ code: 'robots-refused' });
  });

  it.each(['https://elsewhere.example/older', 'http://[', 'ftp://127.0.0.1/older', '/now'])(
    'ends where the older page is said to be %s',
    (named) => {
      expect(nextFeedPast(named, { url: 'http://127.0.0.1/now', pages: 1 })).toBeNull();
    },
  );

  it('ends though the pages of a site lead round in a ring', () => {
    let mark = nextFeedPast('/a', { url: 'http://127.0.0.1/b', pages: 1 });
    let pages = 0;
    for (; mark !== null; pages++) {
      const present = asFeedPast(mark)!;
      mark = nextFeedPast(present.url.endsWith('/a') ? '/b' : '/a', present);
    }
    expect(pages).toBe(999);
  });

  it.each([null, '', 'x', '{}', '{"url":"file:///etc/passwd","pages":1}'])(
    'begins at the feed for the mark %j',
    (mark) => {
      expect(asFeedPast(mark)).toBeNull();
    },
  );
});
