import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { LIST, XServer } from '../../../tests/simulators/x-server.js';
import { watchedSource } from '../source-view.fixture.js';
import { XConnector } from './x-connector.js';

/** The published document is not part of the repository: it is read where it lies beside it. */
const FILE = path.resolve('../shared/contracts/x-api-v2.openapi.json');
const there = existsSync(FILE);
if (!there) console.warn('The published API of X is not there: its simulator is not held against it.');

interface Operation {
  parameters?: { name?: string; $ref?: string }[];
  responses: Record<string, { content?: { 'application/json'?: { schema: object } } }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, { properties?: object }>;
    parameters: Record<string, { name: string; schema?: { items?: { enum?: string[] } } }>;
  };
}

const { signal } = new AbortController();

(there ? describe : describe.skip)('what is said to X and what its simulator answers', () => {
  let server: XServer;
  let document: Document;
  beforeAll(async () => {
    document = JSON.parse(readFileSync(FILE, 'utf8')) as Document;
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

  const routeOf = (pathname: string) =>
    pathname
      .replace(/^\/2\/users\/\d+\//, '/2/users/{id}/')
      .replace(/^\/2\/lists\/\d+\//, '/2/lists/{id}/')
      .replace(/^\/2\/tweets\/\d+$/, '/2/tweets/{id}');

  it('names only what the published API knows in what it asks for', () => {
    const asked = new Set<string>();
    for (const { method, url } of server.requests) {
      // How an application shows itself is told elsewhere than in the published API.
      if (url.pathname === '/oauth2/token') continue;
      const operation = document.paths[routeOf(url.pathname)]?.[method.toLowerCase()];
      expect(operation).toBeDefined();
      asked.add(`${method} ${routeOf(url.pathname)}`);
      const known = new Map(
        (operation!.parameters ?? []).map((given) => {
          const parameter = given.$ref
            ? document.components.parameters[given.$ref.split('/').at(-1)!]!
            : (given as { name: string; schema?: { items?: { enum?: string[] } } });
          return [parameter.name, parameter.schema?.items?.enum] as const;
        }),
      );
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
    const text = JSON.stringify(document).replaceAll('#/components/schemas/', '#/$defs/');
    const { paths, components } = JSON.parse(text) as Document;
    const fields = Object.keys(components.schemas['Post']?.properties ?? {});
    for (const { method, pathname, status, json } of server.given) {
      const operation = paths[routeOf(pathname)]?.[method.toLowerCase()];
      const schema = operation?.responses[String(status)]?.content?.['application/json']?.schema;
      expect(schema).toBeDefined();
      const read = z.fromJSONSchema({ ...schema, $defs: components.schemas } as never).safeParse(json);
      expect(read.error?.issues ?? []).toEqual([]);
      const { data } = json as { data?: unknown };
      if (Array.isArray(data) && !pathname.endsWith('/rules')) {
        for (const post of data) expect(fields).toEqual(expect.arrayContaining(Object.keys(post as object)));
      }
    }
    expect(server.given.length).toBeGreaterThan(7);
  });
});
