import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { closeOutgoing } from '#platform/outgoing';
import { MemoryQuotaLedger } from '../../libs/networks/quota/quota-ledger.fixture.js';
import { watchedSource } from '../../libs/networks/source-view.fixture.js';
import { YouTubeConnector } from '../../libs/networks/youtube/youtube-connector.js';
import { YouTubeServer } from '../simulators/youtube-server.js';
import { GoogleTypes } from './google-types.js';

const types = new GoogleTypes(
  readFileSync('.cache/pds/node_modules/@googleapis/youtube/build/v3.d.ts', 'utf8'),
);
/** By what is asked: the type of its parameters, of what is posted, and of the answer. */
const DESCRIBED: Readonly<Record<string, { asks: string; posts?: string; gives?: string }>> = {
  'GET channels': { asks: 'Params$Resource$Channels$List', gives: 'Schema$ChannelListResponse' },
  'GET commentThreads': {
    asks: 'Params$Resource$Commentthreads$List',
    gives: 'Schema$CommentThreadListResponse',
  },
  'GET comments': { asks: 'Params$Resource$Comments$List', gives: 'Schema$CommentListResponse' },
  'POST comments': {
    asks: 'Params$Resource$Comments$Insert',
    posts: 'Schema$Comment',
    gives: 'Schema$Comment',
  },
  'DELETE comments': { asks: 'Params$Resource$Comments$Delete' },
};
const { signal } = new AbortController();
let youtube: YouTubeServer;

/** Every request that the connector makes, once. */
beforeAll(async () => {
  youtube = await new YouTubeServer().listen();
  youtube.posts = ['1001', '1002', '1003', '1004'].map((id) => ({
    id,
    text: `Comment ${id}`,
    at: new Date(),
  }));
  for (const id of ['1005', '1006', '1007', '1008'])
    youtube.posts.push({ id, parent: '1004', text: `Answer ${id}`, at: new Date() });
  const connector = new YouTubeConnector(new MemoryQuotaLedger());
  const watching = (settings: object) =>
    watchedSource({
      network: 'youtube',
      settings: { ...youtube.settings, ...settings },
      credentials: { ...youtube.credentials },
      account: '@lumen',
    });
  const source = watching({});
  await connector.try(source, signal);
  await connector.try(watching({ term: '@lumen' }), signal);
  await connector.readPage(watching({ watch: 'video', term: 'dQw4w9WgXcQ' }), null, signal);
  for (let cursor: unknown = null, more = true; more;)
    ({ cursor, more } = await connector.pull(source, cursor, signal));
  const reply = {
    id: '7',
    text: 'It leaves today',
    inReplyToExternalId: youtube.externalId('1001'),
    askedAt: new Date(),
    idempotencyKey: 'k',
  };
  const post = await connector.publish(source, reply, signal);
  await connector.find(source, reply, signal);
  await connector.lookUp(source, [{ externalId: youtube.externalId('1001'), extra: null }], signal);
  await connector.remove(source, post, signal);
}, 60_000);
afterAll(async () => {
  await youtube?.stop();
  await closeOutgoing();
});

describe('what is said to YouTube and what its simulator answers', () => {
  // How access is given is told elsewhere than in the API of YouTube.
  const isApi = (pathname: string) => pathname !== '/token';
  const describedAs = (method: string, pathname: string) =>
    DESCRIBED[`${method} ${pathname.replace('/youtube/v3/', '')}`];

  it('names only what is described in what it asks for', () => {
    const asked = new Set<string>();
    for (const { method, url, body } of youtube.requests.filter(({ url: { pathname } }) => isApi(pathname))) {
      asked.add(`${method} ${url.pathname.replace('/youtube/v3/', '')}`);
      const described = describedAs(method, url.pathname);
      expect(types.fieldsOf(described?.asks ?? url.pathname)).toEqual(
        expect.arrayContaining([...url.searchParams.keys()]),
      );
      if (described?.posts) expect(types.faultsOf(described.posts, body)).toEqual([]);
    }
    expect([...asked].sort()).toEqual(Object.keys(DESCRIBED).sort());
  });

  it('answers as is described', () => {
    for (const { method, pathname, json } of youtube.given.filter((one) => isApi(one.pathname))) {
      const type = describedAs(method, pathname)?.gives;
      if (type) expect(types.faultsOf(type, json)).toEqual([]);
    }
    expect(youtube.given.length).toBeGreaterThan(8);
  });

  it('would be told of what is not so', () => {
    const comment = { id: 7, snippet: { text: 'Hello', likeCount: 2, authorChannelId: { value: true } } };
    expect(types.faultsOf('Schema$Comment', comment)).toEqual([
      'Schema$Comment.id is number, not string',
      'Schema$Comment.snippet.text is not known',
      'Schema$Comment.snippet.authorChannelId.value is boolean, not string',
    ]);
    expect(types.faultsOf('Schema$CommentThreadListResponse', { items: {} })).toEqual([
      'Schema$CommentThreadListResponse.items is no list',
    ]);
  });
});
