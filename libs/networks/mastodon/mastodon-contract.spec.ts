import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeOutgoing } from '#platform/outgoing';
import { MastodonServer } from '../../../tests/simulators/mastodon-server.js';
import { publishedApi } from '../published-api.fixture.js';
import { watchedSource } from '../source-view.fixture.js';
import { MastodonConnector } from './mastodon-connector.js';

const published = publishedApi('mastodon.openapi.json');
const { signal } = new AbortController();

(published ? describe : describe.skip)('what is said to Mastodon and what its simulator answers', () => {
  const api = published!;
  let server: MastodonServer;
  const texts: Record<string, string[]> = {};
  beforeAll(async () => {
    server = await new MastodonServer().listen();
    server.posts = ['1001', '1002', '1003', '1004'].map((id) => ({
      id,
      text: `Hello & <welcome> ${id}`,
      at: new Date(Date.now() - 60_000),
    }));
    // Every request that the connector makes, once.
    const connector = new MastodonConnector();
    const watching = (watch: string, term?: string) =>
      watchedSource({
        network: 'mastodon',
        settings: { ...server.settings, watch, ...(term ? { term } : {}) },
        credentials: { ...server.credentials },
      });
    const source = watching('mentions');
    await connector.try(source, signal);
    for (const [watch, term] of [
      ['mentions', undefined],
      ['hashtag', 'lumen'],
      ['account', 'ana@social.example'],
      ['list', '7'],
      ['local', undefined],
      ['public', undefined],
    ] as const) {
      const first = await connector.readPage(watching(watch, term), null, signal);
      const second = await connector.readPage(watching(watch, term), first.next, signal);
      texts[watch] = [...first.mentions, ...second.mentions].map(({ text }) => text);
      if (watch === 'account') continue;
      const during = new AbortController();
      const news = connector.stream(watching(watch, term), during.signal);
      expect((await news.next()).value).toEqual({ kind: 'open' });
      during.abort();
      await news.return(undefined).catch(() => undefined);
    }
    const reply = {
      id: '1',
      text: 'See https://lumen.example',
      inReplyToExternalId: server.externalId('1001'),
      askedAt: new Date(),
      idempotencyKey: 'k',
    };
    const post = await connector.publish(source, reply, signal);
    await connector.find(source, reply, signal);
    const alone = { ...reply, id: '2', inReplyToExternalId: null, idempotencyKey: 'k2' };
    await connector.publish(source, alone, signal);
    await connector.find(source, alone, signal);
    const known = { externalId: server.externalId('1001'), extra: { localId: '1001' } };
    await connector.lookUp(source, [known], signal);
    await connector.remove(source, post, signal);
  });
  afterAll(async () => {
    await server?.stop();
    await closeOutgoing();
  });

  it('names only what the published API knows in what it asks for', () => {
    const asked = new Set<string>();
    for (const { method, url } of server.requests) {
      asked.add(`${method} ${api.route(method, url.pathname)}`);
      const known = [...api.queryOf(method, url.pathname).keys()];
      for (const name of url.searchParams.keys()) expect(known).toContain(name.replace('[]', ''));
    }
    expect([...asked].sort()).toEqual([
      'DELETE /api/v1/statuses/{id}',
      'GET /api/v1/accounts/lookup',
      'GET /api/v1/accounts/verify_credentials',
      'GET /api/v1/accounts/{id}/statuses',
      'GET /api/v1/notifications',
      'GET /api/v1/statuses',
      'GET /api/v1/streaming/hashtag',
      'GET /api/v1/streaming/list',
      'GET /api/v1/streaming/public',
      'GET /api/v1/streaming/public/local',
      'GET /api/v1/streaming/user',
      'GET /api/v1/timelines/list/{list_id}',
      'GET /api/v1/timelines/public',
      'GET /api/v1/timelines/tag/{hashtag}',
      'GET /api/v2/instance',
      'GET /api/v2/search',
      'POST /api/v1/statuses',
    ]);
  });

  it('answers as the published API says', () => {
    for (const { method, pathname, status, json } of server.given)
      expect(api.faultsOf(method, pathname, status, json)).toEqual([]);
    expect(server.given.length).toBeGreaterThan(20);
  });

  it('reads whatever is watched, over several pages', () => {
    const all = ['1004', '1003', '1002', '1001'].map((id) => `Hello & <welcome> ${id}`);
    const watched = ['mentions', 'hashtag', 'account', 'list', 'local', 'public'];
    expect(texts).toEqual(Object.fromEntries(watched.map((watch) => [watch, all])));
  });
});
