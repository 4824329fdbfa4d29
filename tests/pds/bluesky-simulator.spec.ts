import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { closeOutgoing } from '#platform/outgoing';
import { BlueskyConnector } from '../../libs/networks/bluesky/bluesky-connector.js';
import { watchedSource } from '../../libs/networks/source-view.fixture.js';
import { BlueskyServer } from '../simulators/bluesky-server.js';
import { JetstreamServer } from '../simulators/jetstream-server.js';

const LIST = 'at://did:plc:lumen/app.bsky.graph.list/7';
const WATCHED = [
  ['mentions', undefined],
  ['search', 'lumen'],
  ['account', 'ana.example'],
  ['list', LIST],
] as const;
const { signal } = new AbortController();
const texts: Record<string, string[]> = {};
let server: BlueskyServer;
let stream: JetstreamServer;

/** Every request that the connector makes, once. */
beforeAll(async () => {
  server = await new BlueskyServer().listen();
  stream = await new JetstreamServer().listen();
  server.posts = ['1001', '1002', '1003', '1004'].map((id) => ({
    id,
    text: `Hello ${id}`,
    at: new Date(Date.now() - 60_000),
  }));
  const connector = new BlueskyConnector();
  const watching = (watch: string, term?: string) =>
    watchedSource({
      network: 'bluesky',
      settings: { ...server.settings, live: true, jetstream: stream.url, watch, ...(term ? { term } : {}) },
      credentials: { ...server.credentials },
    });
  const source = watching('mentions');
  await connector.try(source, signal);
  for (const [watch, term] of WATCHED) {
    const first = await connector.readPage(watching(watch, term), null, signal);
    const second = await connector.readPage(watching(watch, term), first.next, signal);
    texts[watch] = [...first.mentions, ...second.mentions].map(({ text }) => text);
    const during = new AbortController();
    const news = connector.stream(watching(watch, term), during.signal, null);
    await news.next();
    during.abort();
    await news.return(undefined).catch(() => undefined);
  }
  server.expire();
  const reply = {
    id: '1',
    text: 'See https://lumen.example',
    inReplyToExternalId: server.externalId('1001'),
    askedAt: new Date(),
    idempotencyKey: 'k',
  };
  const post = await connector.publish(source, reply, signal);
  await connector.find(source, reply, signal);
  await connector.publish(source, { ...reply, inReplyToExternalId: null, idempotencyKey: 'k2' }, signal);
  await connector.lookUp(source, [{ externalId: server.externalId('1001'), extra: null }], signal);
  await connector.remove(source, post, signal);
}, 60_000);
afterAll(async () => {
  await stream?.stop();
  await server?.stop();
  await closeOutgoing();
});

describe('what is said to Bluesky and what its simulator answers', () => {
  it('is as the lexicons say', () => {
    const nameOf = (pathname: string) => pathname.replace('/xrpc/', '');
    const asked = server.requests.map(({ url }) => [...url.searchParams.keys()]);
    expect(asked).toHaveLength(server.given.length);
    const calls = server.given.map(({ pathname, ...call }, place) => ({
      ...call,
      name: nameOf(pathname),
      query: asked[place],
    }));
    const { stdout, stderr } = spawnSync(process.execPath, ['tests/pds/lexicons.mjs', '.cache/pds'], {
      input: JSON.stringify(calls),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([]);
    expect([...new Set(calls.map(({ name }) => name))].sort()).toEqual([
      'app.bsky.actor.getProfile',
      'app.bsky.feed.getAuthorFeed',
      'app.bsky.feed.getListFeed',
      'app.bsky.feed.getPosts',
      'app.bsky.feed.searchPosts',
      'app.bsky.graph.getList',
      'app.bsky.notification.listNotifications',
      'com.atproto.repo.createRecord',
      'com.atproto.repo.deleteRecord',
      'com.atproto.repo.getRecord',
      'com.atproto.server.createSession',
      'com.atproto.server.refreshSession',
    ]);
  });

  it('reads whatever is watched, over several pages', () => {
    const all = ['1004', '1003', '1002', '1001'].map((id) => `Hello ${id}`);
    expect(texts).toEqual(Object.fromEntries(WATCHED.map(([watch]) => [watch, all])));
  });
});
