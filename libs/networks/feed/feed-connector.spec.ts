import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { closeOutgoing } from '#platform/outgoing';
import { FeedServer, rss } from '../../../tests/simulators/feed-server.js';
import { RetryLater, SourceNeedsAttention } from '../connector.js';
import { watchedSource } from '../source-view.fixture.js';
import { FeedConnector } from './feed-connector.js';
import { freeHosts } from './host-turns.fixture.js';
import type { FeedItem } from './feed-item.js';
import { feedMentions } from './feed-mention.js';

const NOW = new Date('2026-11-25T08:00:00Z');
const connector = new FeedConnector(freeHosts(), () => NOW);
let site: FeedServer;

beforeAll(async () => {
  site = await FeedServer.start();
});
afterAll(async () => {
  await site.stop();
  await closeOutgoing();
});

const pull = (url: string, cursor: unknown = null, signal = new AbortController().signal) =>
  connector.pull(watchedSource({ settings: { url, allowPrivateAddress: true } }), cursor, signal);

const FEEDS = {
  'RSS 2.0': rss([{ id: 'one', title: 'Strike on line 3', published: '2026-11-24T09:30:00Z' }]),
  'Atom 1.0': `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title><id>urn:c</id>
    <updated>2026-11-24T10:00:00Z</updated><entry><id>one</id><title>Strike on line 3</title>
    <link href="/a/one"/><published>2026-11-24T09:30:00Z</published><updated>2026-11-24T10:00:00Z</updated>
    <summary type="html">&lt;p&gt;More on &lt;b&gt;Strike on line 3&lt;/b&gt;&lt;/p&gt;</summary></entry></feed>`,
  'JSON Feed 1.1': JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'The Courier',
    items: [
      {
        id: 'one',
        url: '/a/one',
        title: 'Strike on line 3',
        content_html: '<p>More on <b>Strike on line 3</b></p>',
        date_published: '2026-11-24T09:30:00Z',
      },
    ],
  }),
  'RDF (RSS 1.0)': `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="/"><title>The Courier</title>
    <link>/</link><description>News</description></channel><item rdf:about="one"><title>Strike on line 3</title><link>/a/one</link>
    <description>More on Strike on line 3</description><dc:date>2026-11-24T09:30:00Z</dc:date></item></rdf:RDF>`,
};

describe('a feed', () => {
  it.each(Object.entries(FEEDS))('in %s becomes mentions', async (format, body) => {
    const url = site.serve(`/${encodeURIComponent(format)}`, { body });
    const page = await pull(url);
    const host = new URL(url).host;
    expect(page).toMatchObject({ more: false, refused: [] });
    expect(page.mentions).toEqual([
      {
        externalId: `${host}|one`,
        url: `http://${host}/a/one`,
        author: { handle: host, name: 'The Courier', followers: null, url: null },
        text: 'Strike on line 3\n\nMore on Strike on line 3',
        publishedAt: new Date('2026-11-24T09:30:00Z'),
      },
    ]);
  });

  it('is not sent again when nothing has changed', async () => {
    const url = site.serve('/conditional', { body: rss([{ id: 'a', title: 'First' }]) });
    const first = await pull(url);
    expect(first.mentions).toHaveLength(1);
    const second = await pull(url, first.cursor);
    expect(site.requests.at(-1)?.headers['if-none-match']).toMatch(/^"/);
    expect(second).toEqual({ mentions: [], cursor: first.cursor, more: false, refused: [] });
    site.serve('/conditional', {
      body: rss([
        { id: 'b', title: 'Second' },
        { id: 'a', title: 'First' },
      ]),
    });
    expect((await pull(url, second.cursor)).mentions).toHaveLength(2);
  });

  it('whose entry says something else by now tells so, at the time that the entry gives', async () => {
    const [, atom] = Object.entries(FEEDS)[1]!;
    const url = site.serve('/edited', { body: atom });
    const first = await pull(url);
    expect(first.wordings).toEqual([]);
    site.serve('/edited', {
      body: atom.replaceAll('Strike on line 3', 'Strike is over'),
    });
    const { wordings } = await pull(url, first.cursor);
    expect(wordings).toEqual([
      {
        externalId: `${new URL(url).host}|one`,
        text: 'Strike is over\n\nMore on Strike is over',
        at: new Date('2026-11-24T10:00:00Z'),
        told: true,
      },
    ]);
  });

  it.each([
    ['seconds', '120', '2026-11-25T08:02:00Z'],
    ['a date', 'Wed, 25 Nov 2026 09:00:00 GMT', '2026-11-25T09:00:00Z'],
    ['nothing', undefined, '2026-11-25T08:15:00Z'],
    ['nonsense', 'soon', '2026-11-25T08:15:00Z'],
    ['a date that is past', 'Wed, 25 Nov 2020 09:00:00 GMT', '2026-11-25T08:00:01Z'],
    ['a year', '31536000', '2026-11-26T08:00:00Z'],
    ['a date far ahead', 'Wed, 25 Nov 2036 09:00:00 GMT', '2026-11-26T08:00:00Z'],
  ])('whose site asks for a pause (%s) is read again after it, within a day', async (_, header, expected) => {
    const url = site.serve('/busy', {
      status: 429,
      headers: { date: NOW.toUTCString(), ...(header ? { 'retry-after': header } : {}) },
    });
    const refusal: unknown = await pull(url).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RetryLater);
    expect((refusal as RetryLater).at).toEqual(new Date(expected));
  });

  it.each([401, 403, 404, 410])('that is gone or closed (%s) needs a person', async (status) => {
    await expect(pull(site.serve('/gone', { status }))).rejects.toThrow(SourceNeedsAttention);
  });

  it('whose site has a moment of weakness is simply tried again', async () => {
    const failure: unknown = await pull(site.serve('/weak', { status: 502 })).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(SourceNeedsAttention);
    expect(failure).not.toBeInstanceOf(RetryLater);
  });

  it.each([
    ['a web page', '<!doctype html><title>Hello</title><p>No feed here'],
    ['nothing', ''],
    ['JSON of another kind', '{"items": 3}'],
    ['half a feed', '<rss version="2.0"><channel><item><title>Cut'],
  ])('that turns out to be %s needs a person, or brings nothing', async (_, body) => {
    const result: unknown = await pull(site.serve('/other', { body })).catch((error: unknown) => error);
    if (result instanceof Error) expect(result).toMatchObject({ code: 'feed-unreadable' });
    else expect((result as { refused: unknown[] }).refused.length).toBeLessThanOrEqual(1);
  });

  it('is found by the address of its site, which names it', async () => {
    const body = `<!doctype html><title>Courier</title>
      <link rel="alternate" type="application/rss+xml" href="/feed.xml"><link rel=alternate type="application/atom+xml" href="/atom">`;
    const url = site.serve('/', { body });
    const source = watchedSource({ settings: { url, allowPrivateAddress: true } });
    const trial = (address: string) =>
      connector.try(
        { ...source, settings: { ...source.settings, url: address } },
        new AbortController().signal,
      );
    expect(await trial(url)).toMatchObject({ items: [], feeds: [site.url('/feed.xml'), site.url('/atom')] });
    await expect(trial(site.serve('/bare', { body: '<p>Nothing' }))).rejects.toMatchObject({
      code: 'feed-unreadable',
    });
  });

  it.each([
    ['its header', { 'content-type': 'application/rss+xml; charset=ISO-8859-1' }, '<?xml version="1.0"?>'],
    ['its declaration', {}, '<?xml version="1.0" encoding="iso-8859-1"?>'],
  ])('in an older charset is read by %s', async (_, headers, start) => {
    const text = rss([{ id: 'a', title: 'Grève à la régie' }]).replace('<?xml version="1.0"?>', start);
    const page = await pull(site.serve('/latin', { headers, body: Buffer.from(text, 'latin1') }));
    expect(page.mentions[0]?.text).toMatch(/^Grève à la régie/);
  });

  it.each(['localhost', '127.0.0.1'])(
    'that leads into our own network by now (%s) asks for a person, and is not read',
    async (host) => {
      site.serve('/inside', { body: rss([{ id: 'a', title: 'Inside' }]) });
      const asked = site.requests.length;
      const source = watchedSource({ settings: { url: site.url('/inside', host) } });
      const { signal } = new AbortController();
      const refused = { name: 'SourceNeedsAttention', code: 'address-refused' };
      await expect(connector.pull(source, null, signal)).rejects.toMatchObject(refused);
      await expect(connector.readPage(source, null, signal)).rejects.toMatchObject(refused);
      expect(site.requests).toHaveLength(asked);
    },
  );

  it('that is endless is refused rather than held in memory', async () => {
    await expect(pull(site.serve('/endless', { body: 'x'.repeat(5_000_001) }))).rejects.toThrow(
      /larger than/,
    );
  });

  it('stops being read when the worker stops', async () => {
    const stopping = new AbortController();
    const reading = pull(site.serve('/slow', { after: 5000, body: '' }), null, stopping.signal);
    stopping.abort();
    await expect(reading).rejects.toThrow(/abort/i);
  });

  it('keeps every entry, or says of it what is missing', () => {
    const item: fc.Arbitrary<FeedItem> = fc.record({
      id: fc.option(fc.string({ maxLength: 500 })),
      url: fc.option(fc.oneof(fc.webUrl(), fc.string())),
      title: fc.string(),
      text: fc.string({ maxLength: 5000 }),
      authorName: fc.option(fc.string()),
      publishedAt: fc.option(fc.date({ noInvalidDate: true })),
      updatedAt: fc.option(fc.date({ noInvalidDate: true })),
    });
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const { mentions, refused } = feedMentions(items, 'https://courier.example/feed', 'The Courier', NOW);
        expect(mentions.length + refused.length).toBe(items.length);
        for (const mention of mentions) {
          expect(mention.externalId.length).toBeLessThanOrEqual(300);
          expect(mention.text.length).toBeLessThanOrEqual(4000);
          expect(mention.publishedAt <= NOW).toBe(true);
          if (mention.url) expect(mention.url).toMatch(/^https?:/);
        }
      }),
    );
  });

  it('has entries whose long ids stay apart', () => {
    const long = (end: string): FeedItem => ({
      id: `https://courier.example/${'a'.repeat(400)}${end}`,
      url: null,
      title: 'Title',
      text: '',
      authorName: null,
      publishedAt: null,
      updatedAt: null,
    });
    const { mentions } = feedMentions([long('1'), long('2')], 'https://courier.example/feed', null, NOW);
    expect(new Set(mentions.map(({ externalId }) => externalId)).size).toBe(2);
  });
});
