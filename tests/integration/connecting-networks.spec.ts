import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { HookDeliveryView, Source } from '#contract/networks';
import { createDataSource } from '#platform/database';
import { until } from '#platform/testing';
import { ApiClient } from '../setup/api-client.js';
import { withoutLookUps } from '../setup/no-look-ups.js';
import { type RunningProduct, startProduct } from '../setup/product.js';
import { FeedServer } from '../simulators/feed-server.js';
import { MastodonServer } from '../simulators/mastodon-server.js';
import { YouTubeServer } from '../simulators/youtube-server.js';

let product: RunningProduct;
let dataSource: DataSource;
let administrator: ApiClient;
let mastodon: MastodonServer;

beforeAll(async () => {
  product = await startProduct();
  dataSource = await createDataSource({ url: product.databaseUrl, entities: [] }).initialize();
  await withoutLookUps(dataSource);
  administrator = await ApiClient.signedIn(product, 'administrator');
  mastodon = await new MastodonServer().listen();
}, 400_000);
afterAll(async () => {
  await mastodon?.stop();
  await dataSource?.destroy();
  await product?.stop();
}, 400_000);

const SECRET = 'a secret that two systems share';

/** Whatever may be read by people, or stands in the record of decisions. */
const everythingShown = async () =>
  JSON.stringify([
    (await administrator.call('GET', '/api/sources')).body,
    await dataSource.query('select before, after, reason from audit_entry'),
    await dataSource.query('select settings, cursor, problem_detail from source'),
  ]);

describe('a network with an account', () => {
  const request = (accessToken: string) => ({
    network: 'mastodon',
    name: 'Lumen on Mastodon',
    settings: mastodon.settings,
    credentials: { accessToken },
  });

  it('is not connected with an access that it refuses: the field is named, nothing is stored', async () => {
    const { status, body } = await administrator.call('POST', '/api/sources', request('stolen'));
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'token-refused',
      errors: [{ field: 'credentials', code: 'token-refused' }],
    });
    expect(await dataSource.query(`select id from source where network = 'mastodon'`)).toEqual([]);
  });

  it.each([
    [{ watch: 'hashtag' }, 'settings.term'],
    [{ watch: 'everything' }, 'settings.watch'],
    [{ server: '' }, 'settings.server'],
    [{ colour: 'blue' }, 'settings.colour'],
    [{ allowPrivateAddress: false }, 'settings.server'],
  ])('names the field at fault in %j', async (part, field) => {
    const given = request('token-of-lumen');
    const { status, body } = await administrator.call<{ errors: { field: string }[] }>(
      'POST',
      '/api/sources/try',
      {
        network: given.network,
        settings: { ...given.settings, ...part },
        credentials: given.credentials,
      },
    );
    expect(status).toBe(422);
    expect(body.errors.map((error) => error.field)).toContain(field);
  });

  it('is looked at, connected once, and never shows its token', async () => {
    mastodon.posts = [{ id: '1001', text: 'Well done, Lumen', at: new Date() }];
    const given = request('token-of-lumen');
    const look = await administrator.call('POST', '/api/sources/try', {
      network: given.network,
      settings: given.settings,
      credentials: given.credentials,
    });
    expect(look.body).toMatchObject({
      account: expect.stringMatching(/^@lumen@/),
      items: [{ title: 'Well done, Lumen' }],
    });
    const { status, body } = await administrator.call<Source>('POST', '/api/sources', given);
    expect(status).toBe(201);
    expect(body.account).toMatch(/^@lumen@/);
    expect(await administrator.call('POST', '/api/sources', given)).toMatchObject({
      status: 409,
      body: { code: 'source-exists' },
    });
    expect(await everythingShown()).not.toContain('token-of-lumen');
  });
});

describe('a network that counts what is asked of it', () => {
  let youtube: YouTubeServer;
  const request = (name: string, part: Record<string, string> = {}) => {
    const { clientId, clientSecret, refreshToken } = youtube.credentials;
    return {
      network: 'youtube',
      name,
      settings: { ...youtube.settings, dailyQuota: '200', reserve: '100', ...part },
      credentials: { clientId, clientSecret, refreshToken } as Record<string, string>,
    };
  };
  const shown = async (id: string) =>
    (await administrator.call<{ items: Source[] }>('GET', '/api/sources')).body.items.find(
      (one) => one.id === id,
    )!;
  const shownWith = (id: string, holds: (source: Source) => boolean, what: string) =>
    until(async () => {
      const source = await shown(id);
      return holds(source) && source;
    }, what);
  beforeAll(async () => {
    youtube = await new YouTubeServer().listen();
    youtube.posts = [{ id: '1001', text: 'The new timetable is a mess', at: new Date() }];
  });
  afterAll(() => youtube.stop());

  it.each([
    [{ dailyQuota: 'many' }, {}, 'settings.dailyQuota', 'invalid-format'],
    [{ reserve: '200' }, {}, 'settings.reserve', 'reserve-too-large'],
    [{ watch: 'video' }, {}, 'settings.term', 'required'],
    [{ watch: 'video', term: 'a film' }, {}, 'settings.term', 'not-a-video'],
    [{ term: 'Lumen' }, {}, 'settings.term', 'not-a-channel'],
    [{ term: '@nobody' }, {}, 'settings.term', 'not-at-network'],
    [{}, { refreshToken: '' }, 'credentials.refreshToken', 'too-small'],
    [{}, { refreshToken: 'stolen' }, 'credentials', 'token-refused'],
  ])('names the field at fault in %j %j: %s, %s', async (part, credentials, field, code) => {
    const given = request('YouTube', part);
    const body = { ...given, credentials: { ...given.credentials, ...credentials }, name: undefined };
    const answer = await administrator.call('POST', '/api/sources/try', body);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field, code }] } });
  });

  it('shows one account of units for all its sources, and never the access', async () => {
    const connect = async (name: string, part: Record<string, string> = {}) =>
      (await administrator.call<Source>('POST', '/api/sources', request(name, part))).body;
    const channel = await connect('Lumen on YouTube');
    expect(channel).toMatchObject({ account: '@lumen', settings: { dailyQuota: 200, reserve: 100 } });
    expect(
      await administrator.call('POST', '/api/sources', request('Again', { dailyQuota: '300' })),
    ).toMatchObject({
      status: 409,
      body: { code: 'source-exists' },
    });
    await shownWith(channel.id, ({ mentions }) => mentions === 1, 'the comment');
    const video = await connect('A video', { watch: 'video', term: 'https://youtu.be/dQw4w9WgXcQ' });
    const { quota } = await shownWith(
      video.id,
      ({ lastPullAt, quota: said }) => lastPullAt !== null && said !== null,
      'the reading of the video',
    );
    const [{ used }] = await dataSource.query(`select used from network_quota_day where network = 'youtube'`);
    expect(used).toBe(youtube.units);
    expect(quota).toEqual({ limit: 200, remaining: 200 - used, resetsAt: expect.any(String) });
    expect(await everythingShown()).not.toMatch(/token-of-lumen|secret-of-app|ya29/);
  });

  it('can be given other units later, checked among its settings, and nothing else', async () => {
    const { items } = (await administrator.call<{ items: Source[] }>('GET', '/api/sources')).body;
    const { id, settings } = items.find(({ name }) => name === 'Lumen on YouTube')!;
    const change = (given: Record<string, string>) =>
      administrator.call<Source>('PATCH', `/api/sources/${id}`, { settings: given });
    expect(await change({ dailyQuota: '400', reserve: '150' })).toMatchObject({
      status: 200,
      body: { settings: { ...settings, dailyQuota: 400, reserve: 150 } },
    });
    expect(await change({ reserve: '500' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'settings.reserve', code: 'reserve-too-large' }] },
    });
    expect(await change({ dailyQuota: '500', watch: 'video' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'settings.watch', code: 'not-adjustable' }] },
    });
    expect(await change({ dailyQuota: '200', reserve: '100' })).toMatchObject({ body: { settings } });
    expect(await administrator.call('POST', `/api/sources/${id}/subscription`)).toMatchObject({
      status: 409,
      body: { code: 'delivers-nothing' },
    });
    expect(await administrator.call('GET', `/api/sources/${id}/following`)).toMatchObject({
      status: 409,
      body: { code: 'follows-no-topics' },
    });
  });

  it('that was only read, by a key, can be given the account that answers', async () => {
    const { credentials, ...given } = request('By key', { term: '@lumen' });
    const key = { ...given, credentials: { apiKey: youtube.apiKey } };
    const { body } = await administrator.call<Source>('POST', '/api/sources', key);
    expect(body.account).toBeNull();
    const change = await administrator.call('PATCH', `/api/sources/${body.id}`, { credentials });
    expect(change).toMatchObject({ status: 200, body: { account: '@lumen' } });
  });

  it('says in a problem of its own that the units are spent, and asks no more', async () => {
    await dataSource.query('update network_quota_day set used = 100');
    const video = (await administrator.call<{ items: Source[] }>('GET', '/api/sources')).body.items.find(
      ({ name }) => name === 'A video',
    )!;
    await administrator.call('POST', `/api/sources/${video.id}/pull`);
    const source = await shownWith(video.id, ({ problem }) => problem !== null, 'the problem');
    expect(source).toMatchObject({
      state: 'active',
      problem: { code: 'quota-kept-for-replies' },
      nextPullAt: source.quota?.resetsAt,
    });
    const { units } = youtube;
    expect(
      await administrator.call('POST', '/api/sources/try', { ...request('x'), name: undefined }),
    ).toMatchObject({ status: 422, body: { code: 'quota-kept-for-replies' } });
    expect(youtube.units).toBe(units);
  });
});

describe('a webhook source', () => {
  let source: Source;
  const deliver = (body: unknown, { secret = SECRET, seconds = 0, raw = JSON.stringify(body) } = {}) => {
    const timestamp = String(Math.floor(Date.now() / 1000) + seconds);
    const signature = createHmac('sha256', secret).update(`${timestamp}.${raw}`).digest('hex');
    return fetch(`${product.url}/api/hooks/${source.id}`, {
      method: 'POST',
      body: raw,
      headers: {
        'content-type': 'application/json',
        'passerelle-timestamp': timestamp,
        'passerelle-signature': `v1=${signature}`,
      },
    });
  };
  const post = (id: string, text = `Post ${id}`) => ({ id, text, publishedAt: '2026-11-20T08:00:00Z' });
  const deliveries = async () =>
    (await administrator.call<{ items: HookDeliveryView[] }>('GET', `/api/sources/${source.id}/deliveries`))
      .body.items;
  const stored = async () =>
    dataSource.query('select external_id, text from mention where source_id = $1 order by external_id', [
      source.id,
    ]);

  it('can be asked, before it is connected, whether it understands what replies are about', async () => {
    const site = await FeedServer.start();
    const given = (replyUrl?: string) => ({
      network: 'webhook',
      settings: { allowPrivateAddress: true, ...(replyUrl ? { replyUrl } : {}) },
      credentials: { secret: SECRET },
    });
    const tryOut = (replyUrl?: string) => administrator.call('POST', '/api/sources/try', given(replyUrl));
    const good = site.serve('/replies', { body: '{"id": null}' });
    expect(await tryOut(good)).toMatchObject({ status: 200, body: { title: new URL(good).host } });
    for (const answer of [{ status: 404, body: '{}' }, { body: '{"ok": true}' }]) {
      expect(await tryOut(site.serve('/other', answer))).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'settings.replyUrl', code: 'hook-not-understood' }] },
      });
    }
    expect(await tryOut()).toMatchObject({ status: 200, body: { title: null } });
    await site.stop();
  });

  it('is connected with a secret that nobody is shown', async () => {
    const { status, body } = await administrator.call<Source>('POST', '/api/sources', {
      network: 'webhook',
      name: 'Service desk',
      settings: {},
      credentials: { secret: SECRET },
    });
    expect(status).toBe(201);
    source = body;
    expect(source.nextPullAt).toBeNull();
    expect(await everythingShown()).not.toContain(SECRET);
  });

  it('takes what is signed, each post once, and says of each other one why not', async () => {
    const answer = await deliver({ posts: [post('a'), post('a'), { id: 'b', text: '' }] });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ stored: 1, known: 1, refused: [{ item: 3, field: 'text' }] });
    expect(await stored()).toEqual([{ external_id: `${source.id}|a`, text: 'Post a' }]);
  });

  it('takes the same delivery once, however often it comes', async () => {
    const raw = JSON.stringify({ posts: [post('c')] });
    const answers = await Promise.all(Array.from({ length: 5 }, () => deliver(null, { raw })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await stored()).toHaveLength(2);
  });

  it.each([
    ['signature-wrong', { secret: 'another secret, as long' }],
    ['signature-late', { seconds: -301 }],
    ['signature-late', { seconds: 301 }],
  ])('refuses with %s, and keeps nothing of it but the trace', async (code, how) => {
    const answer = await deliver({ posts: [post('d')] }, how);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code });
    expect(await stored()).toHaveLength(2);
    expect((await deliveries())[0]).toMatchObject({ outcome: 'refused', problem: code });
  });

  it('answers what nobody signed, and an address that is not there, without a word of what is behind', async () => {
    const bare = await fetch(`${product.url}/api/hooks/${source.id}`, { method: 'POST', body: '{}' });
    expect(bare.status).toBe(401);
    const nowhere = await fetch(`${product.url}/api/hooks/999999`, { method: 'POST', body: '{}' });
    expect(nowhere.status).toBe(404);
  });

  it('erases what its author took back, in what was delivered too, and a replay does not bring it back', async () => {
    expect(await (await deliver({ deleted: ['a'] })).json()).toMatchObject({ erased: 1 });
    const replay = ({ id }: { id: string }) =>
      administrator.call('POST', `/api/sources/${source.id}/deliveries/${id}/replay`);
    const kept = await deliveries();
    expect(kept.at(-1)).toMatchObject({ bytes: 0, excerpt: '' });
    const emptied = await replay(kept.at(-1)!);
    expect([emptied.status, emptied.body]).toMatchObject([409, { code: 'delivery-emptied' }]);
    const other = kept.find(({ excerpt }) => excerpt.includes('Post c'))!;
    expect((await replay(other)).body).toMatchObject({ stored: 0, known: 1 });
    expect((await stored())[0]).toMatchObject({ text: '' });
    expect((await deliveries()).find(({ id }) => id === other.id)).toMatchObject({ replays: 1 });
  });

  it('brings nothing of a post that was taken back before it came, or after, and keeps nothing of its words', async () => {
    expect(await (await deliver({ deleted: ['g'] })).json()).toMatchObject({ erased: 0 });
    expect(await (await deliver({ posts: [post('g')] })).json()).toMatchObject({ stored: 0, known: 1 });
    expect((await deliveries())[0]).toMatchObject({ outcome: 'taken', bytes: 0 });
    expect(await (await deliver({ posts: [post('a', 'Post a, again')] })).json()).toMatchObject({ known: 1 });
    expect((await deliveries())[0]).toMatchObject({ bytes: 0 });
    expect(await stored()).toHaveLength(2);
  });

  it('takes over what a post was edited to, once, whatever comes late', async () => {
    const edited = (text: string, minute: number) => ({
      ...post('c', text),
      editedAt: `2026-11-20T08:0${minute}:00Z`,
    });
    await deliver({ posts: [edited('Put best', 5), edited('Put better', 2)] });
    await deliver({ posts: [edited('Put well', 1)] });
    await deliver({ posts: [post('c')] });
    expect(await stored()).toContainEqual({ external_id: `${source.id}|c`, text: 'Put best' });
    const refused = await deliver({ posts: [{ ...post('c', 'Never'), editedAt: 'soon' }] });
    expect(await refused.json()).toMatchObject({ refused: [{ item: 1, field: 'editedAt' }] });
    expect(await stored()).toHaveLength(2);
  });

  it('takes nothing while it is paused, and nothing once it is gone', async () => {
    await administrator.call('PATCH', `/api/sources/${source.id}`, { state: 'paused' });
    expect((await deliver({ posts: [post('e')] })).status).toBe(409);
    const removed = await administrator.call('DELETE', `/api/sources/${source.id}?mentions=erase`);
    expect(removed.status).toBe(204);
    expect((await deliver({ posts: [post('f')] })).status).toBe(404);
    expect(
      (await administrator.call<{ items: Source[] }>('GET', '/api/sources')).body.items,
    ).not.toContainEqual(expect.objectContaining({ id: source.id }));
    const [{ secret }] = await dataSource.query(
      'select sealed_credentials as secret from source where id = $1',
      [source.id],
    );
    expect(secret).toBeNull();
  });
});
