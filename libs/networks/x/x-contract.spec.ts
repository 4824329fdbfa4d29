import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIST, XServer } from '../../../tests/simulators/x-server.js';
import { publishedApi } from '../published-api.fixture.js';
import { watchedSource } from '../source-view.fixture.js';
import { XConnector } from './x-connector.js';

const published = publishedApi('x-api-v2.openapi.json');
const { signal } = new AbortController();

(published ? describe : describe.skip)('what is said to X and what its simulator answers', () => {
  const api = published!;
  let server: XServer;
  beforeAll(async () => {
    server = await new XServer().listen();
    server.posts = [
      { id: '1001', text: 'Hello & <welcome>', at: new Date(Date.now() - 60_000) },
      { id: '1002', text: 'Again', at: new Date(), repost: true },
    ];
    // Every request that the connector makes, once.
    const connector = new XConnector();
    const source = watchedSource({
      network: 'x',
      settings: server.settings,
      credentials: { ...server.credentials },
    });
    await connector.try(source, signal);
    const { cursor } = await connector.pull(source, null, signal);
    await connector.pull(source, cursor, signal);
    const search = { ...source, settings: { ...server.settings, watch: 'search', term: 'lumen lang:fr' } };
    await connector.pull(search, cursor, signal);
    const list = { ...source, settings: { ...server.settings, watch: 'list', term: LIST } };
    await connector.pull(list, null, signal);
    const reply = {
      id: '1',
      text: 'See https://lumen.example',
      inReplyToExternalId: server.externalId('1001'),
      askedAt: new Date(),
      idempotencyKey: 'k',
    };
    const post = await connector.publish(source, reply, signal);
    await connector.find(source, reply, signal);
    const alone = { ...reply, id: '2', text: 'We know of it.', inReplyToExternalId: null };
    await connector.publish(source, alone, signal);
    await connector.find(source, alone, signal);
    await connector.lookUp(
      source,
      [
        { externalId: server.externalId('1001'), extra: null },
        { externalId: '4711', extra: null },
      ],
      signal,
    );
    await connector.remove(source, post, signal);
    const heard = { ...source, account: '@lumen', settings: { ...server.settings, live: true } };
    await connector.keepRules([heard], [], signal);
    server.rules.push({ id: '7', value: 'old', tag: 'passerelle source 9' });
    await connector.keepRules([heard], ['9'], signal);
    server.mostRules = 0;
    await connector.keepRules([{ ...heard, account: '@other' }], [], signal);
  });
  afterAll(() => server?.stop());

  it('names only what the published API knows in what it asks for', () => {
    const asked = new Set<string>();
    for (const { method, url } of server.requests) {
      // How an application shows itself is told elsewhere than in the published API.
      if (url.pathname === '/oauth2/token') continue;
      asked.add(`${method} ${api.route(method, url.pathname)}`);
      const known = api.queryOf(method, url.pathname);
      for (const [name, value] of url.searchParams) {
        expect([...known.keys()]).toContain(name);
        const allowed = known.get(name);
        if (allowed) expect(allowed).toEqual(expect.arrayContaining(value.split(',')));
      }
    }
    expect([...asked].sort()).toEqual([
      'DELETE /2/tweets/{id}',
      'GET /2/lists/{id}/tweets',
      'GET /2/tweets',
      'GET /2/tweets/search/recent',
      'GET /2/tweets/search/stream/rules',
      'GET /2/users/me',
      'GET /2/users/{id}/mentions',
      'GET /2/users/{id}/tweets',
      'POST /2/tweets',
      'POST /2/tweets/search/stream/rules',
    ]);
  });

  it('answers as the published API says, with fields that it knows', () => {
    const fields = api.fieldsOf('Post');
    for (const { method, pathname, status, json } of server.given) {
      if (pathname === '/oauth2/token') continue;
      expect(api.faultsOf(method, pathname, status, json)).toEqual([]);
      const { data } = json as { data?: unknown };
      if (Array.isArray(data) && !pathname.endsWith('/rules')) {
        for (const post of data) expect(fields).toEqual(expect.arrayContaining(Object.keys(post as object)));
      }
    }
    expect(server.given.length).toBeGreaterThan(7);
  });
});
