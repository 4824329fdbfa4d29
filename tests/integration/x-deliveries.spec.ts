import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Source } from '#contract/networks';
import { createDataSource } from '#platform/database';
import { until } from '#platform/testing';
import { ApiClient } from '../setup/api-client.js';
import { withoutLookUps } from '../setup/no-look-ups.js';
import { type RunningProduct, startProduct } from '../setup/product.js';
import { XServer } from '../simulators/x-server.js';

const OWN = '2244994945';
const OF_X = `select text from mention where network = 'x'`;
let product: RunningProduct;
let dataSource: DataSource;
let administrator: ApiClient;
let x: XServer;
let source: Source;

beforeAll(async () => {
  product = await startProduct();
  dataSource = await createDataSource({ url: product.databaseUrl, entities: [] }).initialize();
  await withoutLookUps(dataSource);
  x = await new XServer().listen();
  administrator = await ApiClient.signedIn(product, 'administrator');
  source = (await connect({})).body;
  await until(
    async () =>
      (await rows(`select from source where network = 'x' and last_pull_at is not null`)).length > 0,
    'the first reading of X',
  );
}, 400_000);
afterAll(async () => {
  await x?.stop();
  await dataSource?.destroy();
  await product?.stop();
}, 400_000);

const connect = (settings: Record<string, unknown>) =>
  administrator.call<Source>('POST', '/api/sources', {
    network: 'x',
    name: 'Lumen on X',
    settings: { ...x.settings, ...settings },
    credentials: x.credentials,
    // Nothing is read by itself during this test.
    pullEverySeconds: 86_400,
  });
const rows = (sql: string): Promise<Record<string, unknown>[]> => dataSource.query(sql);
const address = () => `${product.url}/api/hooks/x/${source.id}`;
const signed = (text: string, secret = 'secret-of-app') =>
  `sha256=${createHmac('sha256', secret).update(text).digest('base64')}`;
const deliver = async (body: unknown, { raw = JSON.stringify(body), signature = signed(raw) } = {}) => {
  const answer = await fetch(address(), {
    method: 'POST',
    body: raw,
    headers: { 'content-type': 'application/json', 'x-twitter-webhooks-signature': signature },
  });
  return { status: answer.status, body: (await answer.json()) as unknown };
};
const check = (token: string) => fetch(`${address()}?${new URLSearchParams({ crc_token: token })}`);

it('an account is connected once, listened to or not', async () => {
  expect(await connect({ live: true })).toMatchObject({ status: 409, body: { code: 'source-exists' } });
});

describe('the check of X', () => {
  it('is answered with its token under the secret of the app', async () => {
    const answer = await check('challenge_string-123');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ response_token: signed('challenge_string-123') });
  });

  it('signs nothing that could be delivered', async () => {
    expect((await check(JSON.stringify({ for_user_id: OWN }))).status).toBe(422);
    expect((await fetch(`${product.url}/api/hooks/x/999999?crc_token=a`)).status).toBe(404);
  });
});

describe('what X delivers', () => {
  it('lets the mentions be read in a moment, however often it comes', async () => {
    x.posts.push({ id: '1001', text: 'Where is my refund?', at: new Date() });
    const body = { for_user_id: OWN, tweet_create_events: [{ id_str: x.externalId('1001') }] };
    expect(await deliver(body)).toEqual({ status: 200, body: { nudged: 1, erased: 0 } });
    await deliver(body);
    await until(async () => (await rows(OF_X)).length > 0, 'the mention to be read');
    expect(await rows(OF_X)).toEqual([{ text: 'Where is my refund?' }]);
  });

  it('about another account lets nothing be read', async () => {
    const body = { for_user_id: '12', tweet_create_events: [{ id_str: '1' }] };
    expect(await deliver(body)).toEqual({ status: 200, body: { nudged: 0, erased: 0 } });
    expect(await deliver({ for_user_id: OWN, favorite_events: [{}] })).toMatchObject({
      body: { nudged: 0 },
    });
  });

  it('takes a post back, once', async () => {
    const status = { id: x.externalId('1001'), user_id: '77001' };
    const body = { for_user_id: OWN, tweet_delete_events: [{ status, timestamp_ms: '1' }] };
    expect(await deliver(body)).toEqual({ status: 200, body: { nudged: 0, erased: 1 } });
    expect(await deliver(body)).toEqual({ status: 200, body: { nudged: 0, erased: 0 } });
    expect(await rows(OF_X)).toEqual([{ text: '' }]);
  });

  it('is refused when it is not signed with the secret, or is not readable', async () => {
    const body = { for_user_id: OWN, tweet_create_events: [{}] };
    const wrong = signed(JSON.stringify(body), 'guessed');
    expect(await deliver(body, { signature: wrong })).toMatchObject({
      status: 401,
      body: { code: 'signature-wrong' },
    });
    const bare = await fetch(address(), { method: 'POST', body: '{}' });
    expect([bare.status, await bare.json()]).toMatchObject([401, { code: 'signature-missing' }]);
    expect((await deliver(null, { raw: '{"for' })).status).toBe(400);
    expect(await deliver({ for_user_id: 'lumen' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'for_user_id' }] },
    });
  });
});

describe('a pause that X asks for', () => {
  it('is kept, whoever presses, renames or resumes meanwhile', async () => {
    const own = async () =>
      (await administrator.call<{ items: Source[] }>('GET', '/api/sources')).body.items.find(
        ({ id }) => id === source.id,
      )!;
    const pull = () => administrator.call('POST', `/api/sources/${source.id}/pull`);
    x.faults.push({ path: x.reading, fault: { status: 429, headers: { 'retry-after': '3600' } } });
    expect((await pull()).status).toBe(202);
    await until(async () => (await own()).problem?.code === 'retry-later', 'the pause');
    const asked = x.requests.length;
    expect(await pull()).toMatchObject({ status: 409, body: { code: 'source-waits' } });
    for (const change of [
      { name: 'Renamed' },
      { pullEverySeconds: 30 },
      { state: 'paused' },
      { state: 'active' },
    ])
      expect((await administrator.call('PATCH', `/api/sources/${source.id}`, change)).status).toBe(200);
    const { nextPullAt } = await own();
    expect(Date.parse(nextPullAt ?? '') - Date.now()).toBeGreaterThan(3_000_000);
    expect(x.requests).toHaveLength(asked);
  });
});
