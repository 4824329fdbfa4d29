import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { HookDeliveryView, Source } from '#contract/networks';
import { createDataSource } from '#platform/database';
import { until } from '#platform/testing';
import { ApiClient } from '../setup/api-client.js';
import { withoutLookUps } from '../setup/no-look-ups.js';
import { type RunningProduct, startProduct } from '../setup/product.js';
import { FacebookServer } from '../simulators/facebook-server.js';
import { InstagramServer } from '../simulators/instagram-server.js';

let product: RunningProduct;
let dataSource: DataSource;
let administrator: ApiClient;
let facebook: FacebookServer;
let instagram: InstagramServer;
let page: Source;
let account: Source;

beforeAll(async () => {
  product = await startProduct();
  dataSource = await createDataSource({ url: product.databaseUrl, entities: [] }).initialize();
  await withoutLookUps(dataSource);
  administrator = await ApiClient.signedIn(product, 'administrator');
  facebook = await new FacebookServer().listen();
  instagram = await new InstagramServer().listen();
}, 400_000);
afterAll(async () => {
  await facebook?.stop();
  await instagram?.stop();
  await dataSource?.destroy();
  await product?.stop();
}, 400_000);

const connect = (server: FacebookServer | InstagramServer, settings = {}) => {
  const { accessToken, appSecret } = server.credentials;
  return administrator.call<Source>('POST', '/api/sources', {
    network: server.kind,
    name: `Lumen on ${server.kind}`,
    settings: { ...server.settings, verifyToken: undefined, ...settings },
    credentials: { accessToken, appSecret },
  });
};
const deliver = (
  body: unknown,
  { to = page, secret = 'secret-of-the-app', raw = JSON.stringify(body) } = {},
) =>
  fetch(`${product.url}/api/hooks/meta/${to.id}`, {
    method: 'POST',
    body: raw,
    headers: {
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`,
    },
  });
const NOW = Math.floor(Date.now() / 1000);
const onPage = (...values: object[]) => ({
  object: 'page',
  entry: [{ id: '104000001', time: NOW, changes: values.map((value) => ({ field: 'feed', value })) }],
});
const comment = (id: number, part = {}) => ({
  item: 'comment',
  verb: 'add',
  post_id: '104000001_1001',
  comment_id: `1001_${id}`,
  parent_id: '104000001_1001',
  from: { id: '7700112233', name: 'Ana' },
  created_time: NOW - 60,
  message: `Comment ${id}`,
  ...part,
});
const stored = async (source: Source): Promise<string[]> =>
  (
    await dataSource.query('select text from mention where source_id = $1 order by external_id', [source.id])
  ).map(({ text }: { text: string }) => text);
const deliveries = async (source = page) =>
  (await administrator.call<{ items: HookDeliveryView[] }>('GET', `/api/sources/${source.id}/deliveries`))
    .body.items;

const hasBeenRead = ({ id }: Source) =>
  until(async () => {
    const { items } = (await administrator.call<{ items: Source[] }>('GET', '/api/sources')).body;
    return items.find((one) => one.id === id)?.lastPullAt;
  }, 'the source to be read');

describe('connecting a Page', () => {
  it('makes up a verify token, shows when the access ends, and never a secret', async () => {
    facebook.expiresAt = 1_900_000_000;
    const { status, body } = await connect(facebook);
    expect(status).toBe(201);
    page = body;
    expect(page).toMatchObject({
      account: 'Lumen (104000001)',
      accessUntil: new Date(1_900_000_000_000).toISOString(),
      settings: { verifyToken: expect.stringMatching(/^[0-9a-f]{24}$/) },
    });
    const shown = JSON.stringify([
      (await administrator.call('GET', '/api/sources')).body,
      await dataSource.query('select before, after, reason from audit_entry'),
      await dataSource.query('select settings, cursor, problem_detail from source'),
    ]);
    expect(shown).not.toMatch(/token-of-lumen|secret-of-the-app/);
  });

  it('is done once, whatever verify token was made up for it', async () => {
    expect(await connect(facebook)).toMatchObject({ status: 409, body: { code: 'source-exists' } });
  });

  it('takes another token of the same Page, with another end', async () => {
    facebook.expiresAt = 0;
    const { accessToken, appSecret } = facebook.credentials;
    const { status, body } = await administrator.call<Source>('PATCH', `/api/sources/${page.id}`, {
      credentials: { accessToken, appSecret },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ accessUntil: null, settings: page.settings });
  });

  it.each([
    [{ appId: 'Lumen' }, 'settings.appId'],
    [{ version: '23' }, 'settings.version'],
    [{ colour: 'blue' }, 'settings.colour'],
  ])('names the field at fault in %j', async (part, field) => {
    const { status, body } = await connect(facebook, part);
    expect(status).toBe(422);
    expect(body).toMatchObject({ errors: [{ field }] });
  });
});

describe('before Meta delivers', () => {
  const ask = (query: Record<string, string>) =>
    fetch(`${product.url}/api/hooks/meta/${page.id}?${new URLSearchParams(query).toString()}`);
  const asking = () => ({
    'hub.mode': 'subscribe',
    'hub.challenge': '1158201444',
    'hub.verify_token': String(page.settings['verifyToken']),
  });

  it('its challenge is given back, as it came and as plain text', async () => {
    const answer = await ask(asking());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await answer.text()).toBe('1158201444');
  });

  it('a wrong token, and a challenge that could be a page, are refused', async () => {
    const wrong = await ask({ ...asking(), 'hub.verify_token': 'verify-lumen' });
    expect([wrong.status, await wrong.json()]).toMatchObject([403, { code: 'verify-token-wrong' }]);
    expect((await ask({ ...asking(), 'hub.challenge': '<script>' })).status).toBe(422);
    expect((await fetch(`${product.url}/api/hooks/meta/999999?hub.mode=subscribe`)).status).toBe(422);
  });
});

describe('what Meta delivers', () => {
  it('comes in at once, each comment once, though the Page was read meanwhile', async () => {
    const answer = await deliver(onPage(comment(2001), comment(2001), comment(2002, { comment_id: 'x' })));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ stored: 1, known: 1, erased: 0, refused: 1 });
    expect(await stored(page)).toEqual(['Comment 2001']);
    expect((await deliveries())[0]).toMatchObject({ outcome: 'taken', stored: 1, refused: 1 });
    expect((await deliveries())[0]!.problem).toContain('comment_id is not an id of Facebook');
  });

  it('is taken once, however often it comes at the same time', async () => {
    const raw = JSON.stringify(onPage(comment(2003)));
    const answers = await Promise.all(Array.from({ length: 5 }, () => deliver(null, { raw })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await stored(page)).toHaveLength(2);
  });

  it('is refused when nobody or somebody else signed it, and keeps nothing of it but the trace', async () => {
    const answer = await deliver(onPage(comment(2004)), { secret: 'the secret of another app' });
    expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'signature-wrong' }]);
    const bare = await fetch(`${product.url}/api/hooks/meta/${page.id}`, { method: 'POST', body: '{}' });
    expect([bare.status, await bare.json()]).toMatchObject([401, { code: 'signature-missing' }]);
    expect(await stored(page)).toHaveLength(2);
    expect((await deliveries())[0]).toMatchObject({ outcome: 'refused', problem: 'signature-missing' });
    const nowhere = await fetch(`${product.url}/api/hooks/meta/999999`, { method: 'POST', body: '{}' });
    expect(nowhere.status).toBe(404);
  });

  it('that is not in the form of Meta is answered so, and told of on the page of deliveries', async () => {
    for (const [raw, status] of [
      ['nothing', 400],
      ['[]', 422],
      ['{"object":"page"}', 422],
    ] as const) {
      expect((await deliver(null, { raw })).status).toBe(status);
    }
    expect((await deliveries())[0]).toMatchObject({ outcome: 'refused' });
  });

  it('erases what was removed, here and in the delivery that brought it, and a replay does not bring it back', async () => {
    const answer = await deliver(onPage(comment(2001, { verb: 'remove' })));
    expect(await answer.json()).toMatchObject({ erased: 1 });
    expect(await stored(page)).toEqual(['', 'Comment 2003']);
    const first = (await deliveries()).at(-1)!;
    const replay = await administrator.call('POST', `/api/sources/${page.id}/deliveries/${first.id}/replay`);
    expect([replay.status, replay.body]).toMatchObject([409, { code: 'delivery-emptied' }]);
    expect(first).toMatchObject({ bytes: 0, excerpt: '' });
    const other = (await deliveries()).find(({ excerpt }) => excerpt.includes('Comment 2003'))!;
    const again = await administrator.call('POST', `/api/sources/${page.id}/deliveries/${other.id}/replay`);
    expect(again.body).toMatchObject({ stored: 0, known: 1 });
    expect(await stored(page)).toEqual(['', 'Comment 2003']);
  });

  it('takes over what an edited comment says now, and keeps what it said', async () => {
    await deliver(onPage(comment(2003, { verb: 'edited', message: 'Something else' })));
    expect(await stored(page)).toEqual(['', 'Something else']);
  });

  it('of an account that nobody connected is told of, and answered as taken', async () => {
    const [entry] = onPage(comment(2005)).entry;
    const answer = await deliver({ object: 'page', entry: [{ ...entry, id: '999' }] });
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { stored: 0, known: 0, erased: 0, refused: 1 },
    ]);
    expect((await deliveries())[0]!.problem).toMatch(/no account that is connected/);
  });

  it('of Instagram may come to the same address, because an app has one; ids are asked for', async () => {
    instagram.posts = [];
    account = (await connect(instagram)).body;
    await hasBeenRead(account);
    instagram.named = [{ id: '4711', text: '@lumen look', at: new Date(), media: '3002' }];
    const said = (field: string, value: object) => ({
      object: 'instagram',
      entry: [{ id: '17841400000000001', time: NOW, changes: [{ field, value }] }],
    });
    const text = { id: '17891001', text: 'Nice', from: { id: '6', username: 'ana' }, media: { id: '18' } };
    expect(await (await deliver(said('comments', text))).json()).toMatchObject({ stored: 1 });
    const mention = said('mentions', { media_id: '3002', comment_id: '4711' });
    instagram.faults.push({ path: '17841400000000001', fault: { status: 500 } });
    expect((await deliver(mention)).status).toBe(503);
    expect(await (await deliver(mention)).json()).toMatchObject({ stored: 1 });
    expect(await stored(account)).toEqual(expect.arrayContaining(['Nice', '@lumen look']));
    expect((await deliveries(account)).map(({ outcome }) => outcome)).toEqual(['taken', 'taken']);
  });

  it('is let go of while the source is paused, which catches up by reading; and refused once it is gone', async () => {
    await administrator.call('PATCH', `/api/sources/${page.id}`, { state: 'paused' });
    expect(await (await deliver(onPage(comment(2006)))).json()).toMatchObject({ stored: 0 });
    expect(await stored(page)).not.toContain('Comment 2006');
    await administrator.call('DELETE', `/api/sources/${page.id}?mentions=erase`);
    expect((await deliver(onPage(comment(2007)))).status).toBe(404);
  });
});
