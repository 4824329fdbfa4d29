import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { closeOutgoing } from '#platform/outgoing';
import { FeedServer, rss } from '../../../tests/simulators/feed-server.js';
import { watchedSource } from '../source-view.fixture.js';
import { articleText } from './article-text.js';
import { FeedConnector } from './feed-connector.js';
import { freeHosts } from './host-turns.fixture.js';

const connector = new FeedConnector(freeHosts(), undefined, () => 0);
const { signal } = new AbortController();
const WORDS = 'The operator confirmed on Monday that nobody was hurt. '.repeat(6).trim();
const page = (words = WORDS) =>
  `<!doctype html><title>T</title><nav>Home Politics Sport</nav><main><article><h1>Strike on line 3</h1>
   <p>${words}</p><aside>Read also: ten tips</aside><footer>By A. B.</footer></article></main><footer>Imprint</footer>`;
const HTML = { 'content-type': 'text/html; charset=utf-8' };
let site: FeedServer;

beforeEach(async () => {
  await site?.stop();
  site = await FeedServer.start();
});
afterAll(async () => {
  await site.stop();
  await closeOutgoing();
});

const entries = (...ids: string[]) =>
  rss(ids.map((id) => ({ id, title: `Title ${id}`, published: '2026-11-24T09:30:00Z' })));
const pull = (cursor: unknown = null, fullText = true) =>
  connector.pull(
    watchedSource({ settings: { url: site.url('/feed'), allowPrivateAddress: true, fullText } }),
    cursor,
    signal,
  );
const asked = () => site.requests.map(({ path }) => path);

describe('whole articles', () => {
  it('are read on their pages only where somebody chose it', async () => {
    site.serve('/feed', { body: entries('one') });
    site.serve('/a/one', { headers: HTML, body: page() });
    expect((await pull(null, false)).mentions[0]?.text).toBe('Title one\n\nMore on Title one');
    expect(asked()).not.toContain('/a/one');
    const { mentions } = await pull();
    expect(mentions[0]?.text).toBe(`Title one\n\nStrike on line 3\n\n${WORDS}`);
  });

  it('are read once, and again when the feed says something else of them', async () => {
    site.serve('/feed', { body: entries('one') });
    site.serve('/a/one', { headers: HTML, body: page() });
    const first = await pull();
    site.serve('/feed', { body: entries('two', 'one') });
    site.serve('/a/two', { headers: HTML, body: page() });
    const second = await pull(first.cursor);
    expect(asked().filter((path) => path === '/a/one')).toHaveLength(1);
    expect(second.wordings).toEqual([]);
    site.serve('/feed', { body: entries('two', 'one').replace('Title one', 'Title one, put better') });
    site.serve('/a/one', { headers: HTML, body: page(WORDS.replace('nobody was', 'two people were')) });
    const third = await pull(second.cursor);
    expect(third.wordings).toHaveLength(1);
    expect(third.wordings?.[0]?.text).toContain('two people were hurt');
    // What the feed says of an article does not take its place, even when that cannot be had for once.
    site.serve('/feed', { body: entries('two', 'one').replace('Title one', 'Title one, put best') });
    site.serve('/a/one', { status: 502 });
    expect((await pull(third.cursor)).wordings).toEqual([]);
  });

  it('that cannot be had leave the words of the feed, and the others are read', async () => {
    site.serve('/feed', { body: entries('gone', 'pdf', 'short', 'good') });
    site.serve('/a/gone', { status: 404 });
    site.serve('/a/pdf', { headers: { 'content-type': 'application/pdf' }, body: page() });
    site.serve('/a/short', { headers: HTML, body: page('Subscribe to read on.') });
    site.serve('/a/good', { headers: HTML, body: page() });
    const texts = (await pull()).mentions.map(({ text }) => text);
    expect(texts.slice(0, 3)).toEqual(
      ['gone', 'pdf', 'short'].map((id) => `Title ${id}\n\nMore on Title ${id}`),
    );
    expect(texts[3]).toContain(WORDS);
  });

  it('are not read where the site keeps robots out, nor on other sites', async () => {
    site.serve('/robots.txt', { body: 'User-agent: *\nDisallow: /a/' });
    site.serve('/feed', {
      body: entries('one', 'two').replace('<link>/a/two</link>', '<link>https://other.example/a/two</link>'),
    });
    site.serve('/a/one', { headers: HTML, body: page() });
    expect((await pull()).mentions.map(({ text }) => text)).toEqual([
      'Title one\n\nMore on Title one',
      'Title two\n\nMore on Title two',
    ]);
    expect(asked()).not.toContain('/a/one');
  });

  it('are at most ten for each reading, and none more once the site asks for a pause', async () => {
    const ids = Array.from({ length: 14 }, (_, place) => `n${place}`);
    site.serve('/feed', { body: entries(...ids) });
    for (const id of ids) site.serve(`/a/${id}`, { headers: HTML, body: page() });
    expect((await pull()).mentions).toHaveLength(14);
    expect(asked().filter((path) => path.startsWith('/a/'))).toHaveLength(10);
    site.requests.length = 0;
    for (const id of ids) site.serve(`/a/${id}`, { status: 429 });
    await pull();
    expect(asked().filter((path) => path.startsWith('/a/'))).toHaveLength(1);
  });
});

describe('the article of a page', () => {
  it.each([
    ['where it is marked', `<div>menu</div><div itemprop="articleBody"><p>${WORDS}</p></div>`],
    ['in its main part', `<main><p>${WORDS}</p></main><div>imprint</div>`],
  ])('is found %s', (_, html) => {
    expect(articleText(html)).toBe(WORDS);
  });

  it.each(['', '<p>', '<article>', `<div>${WORDS}</div>`, '<article>Subscribe</article>'])(
    'is not made up from %j',
    (html) => {
      expect(articleText(html)).toBeNull();
    },
  );
});
