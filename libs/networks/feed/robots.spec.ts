import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { closeOutgoing } from '#platform/outgoing';
import { FeedServer, rss } from '../../../tests/simulators/feed-server.js';
import { RetryLater, SourceNeedsAttention } from '../connector.js';
import { watchedSource } from '../source-view.fixture.js';
import { FeedConnector } from './feed-connector.js';
import { freeHosts } from './host-turns.fixture.js';

let now: Date;
const hosts = freeHosts();
const connector = new FeedConnector(hosts, () => now);
let site: FeedServer;
let url: string;

beforeAll(async () => {
  site = await FeedServer.start();
  url = site.serve('/news/feed.xml', { body: rss([{ id: 'one', title: 'Strike on line 3' }]) });
});
afterAll(async () => {
  await site.stop();
  await closeOutgoing();
});
beforeEach(() => {
  now = new Date('2026-11-25T08:00:00Z');
  site.requests.length = 0;
  site.serve('/robots.txt', { status: 404 });
});

const source = () => watchedSource({ settings: { url, allowPrivateAddress: true } });
const { signal } = new AbortController();
const pull = (cursor: unknown = null) => connector.pull(source(), cursor, signal);
const asked = () => site.requests.map(({ path }) => path);

describe('the robots.txt of a site with a feed', () => {
  it.each([
    ['is not there', { status: 404 }],
    ['is empty', { body: '' }],
    ['keeps another robot out', { body: 'User-agent: Other\nDisallow: /' }],
    ['keeps robots out of another place', { body: 'User-agent: *\nDisallow: /private/' }],
    [
      'makes an exception for us',
      { body: 'User-agent: *\nDisallow: /\n\nUser-agent: passerelle\nAllow: /news/' },
    ],
    ['is no such file', { body: '<!doctype html><title>The Courier</title>' }],
  ])('that %s lets the feed be read', async (_, answer) => {
    site.serve('/robots.txt', answer);
    expect((await pull()).mentions).toHaveLength(1);
    expect(asked()).toEqual(['/robots.txt', '/news/feed.xml']);
  });

  it.each(['User-agent: *\nDisallow: /news/', 'User-agent: Passerelle\nDisallow: /*.xml$'])(
    'that says %j keeps us out, in words, and the feed is not asked for',
    async (body) => {
      site.serve('/robots.txt', { body });
      for (const work of [() => pull(), () => connector.try(source(), signal)]) {
        const refusal: unknown = await work().catch((error: unknown) => error);
        expect(refusal).toBeInstanceOf(SourceNeedsAttention);
        expect(refusal).toMatchObject({ code: 'robots-refused' });
      }
      expect(asked()).toEqual(['/robots.txt', '/robots.txt']);
    },
  );

  it('is asked once a day, and a new rule holds from then on', async () => {
    const first = await pull();
    now = new Date(now.getTime() + 23 * 3_600_000);
    const second = await pull(first.cursor);
    expect(asked().filter((path) => path === '/robots.txt')).toHaveLength(1);
    site.serve('/robots.txt', { body: 'User-agent: *\nDisallow: /' });
    now = new Date(now.getTime() + 2 * 3_600_000);
    await expect(pull(second.cursor)).rejects.toMatchObject({ code: 'robots-refused' });
  });

  it.each([{ status: 503 }, { status: 429 }])(
    'that cannot be had (%j) keeps the feed unread until it can; what was known before holds on',
    async (answer) => {
      const known = await pull();
      site.serve('/robots.txt', answer);
      await expect(pull()).rejects.toThrow(/whether robots may read/);
      now = new Date(now.getTime() + 25 * 3_600_000);
      expect((await pull({ ...(known.cursor as object), etag: null })).mentions).toHaveLength(1);
    },
  );

  it.each([
    ['nothing of it', 'User-agent: *\nDisallow: /private/', 2],
    ['less than we keep anyway', 'User-agent: *\nCrawl-delay: 1', 2],
    ['a distance', 'User-agent: *\nCrawl-delay: 20', 20],
    [
      'a distance for us alone',
      'User-agent: *\nCrawl-delay: 20\n\nUser-agent: passerelle\nCrawl-delay: 5',
      5,
    ],
    ['more than can be kept', 'User-agent: *\nCrawl-delay: 86400', 120],
  ])('that says %s between two requests is left alone so long', async (_, body, seconds) => {
    hosts.ended.length = 0;
    site.serve('/robots.txt', { body });
    const { cursor } = await pull();
    // The second time from what the site said before.
    await pull(cursor);
    const rest = { host: new URL(url).host, rest: { seconds } };
    expect(hosts.ended).toEqual([rest, rest]);
  });

  it('is left alone for as long as the site asks (429), with all its feeds', async () => {
    hosts.ended.length = 0;
    const busy = site.serve('/busy.xml', { status: 429, headers: { 'retry-after': '600' } });
    const view = watchedSource({ settings: { url: busy, allowPrivateAddress: true } });
    await expect(connector.pull(view, null, signal)).rejects.toThrow(RetryLater);
    expect(hosts.ended).toEqual([
      { host: new URL(url).host, rest: { until: new Date(now.getTime() + 600_000) } },
    ]);
  });
});
