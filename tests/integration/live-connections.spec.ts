import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Source } from '#contract/networks';
import { createDataSource } from '#platform/database';
import { until } from '#platform/testing';
import { ApiClient } from '../setup/api-client.js';
import { withoutLookUps } from '../setup/no-look-ups.js';
import { type RunningProduct, startProduct } from '../setup/product.js';
import { MastodonServer } from '../simulators/mastodon-server.js';

const settings = { PASSERELLE_SECRET_KEY: randomBytes(32).toString('base64') };
let first: RunningProduct;
let second: RunningProduct | undefined;
let dataSource: DataSource;
let mastodon: MastodonServer;

beforeAll(async () => {
  first = await startProduct(settings);
  dataSource = await createDataSource({ url: first.databaseUrl, entities: [] }).initialize();
  await withoutLookUps(dataSource);
  mastodon = await new MastodonServer().listen();
}, 400_000);
afterAll(async () => {
  await second?.stop();
  await mastodon?.stop();
  await dataSource?.destroy();
  await first?.stop();
}, 400_000);

const arrived = (text: string) =>
  until(
    async () => (await dataSource.query('select from mention where text = $1', [text])).length > 0,
    `what was ${text}`,
  );
const sourceOf = async (client: ApiClient, id: string) =>
  (await client.call<{ items: Source[] }>('GET', '/api/sources')).body.items.find((one) => one.id === id);
const isLive = (client: ApiClient, id: string) =>
  until(async () => (await sourceOf(client, id))?.live?.since, 'the source to be listened to');

describe('a source of a network that tells of news by itself', () => {
  it('is heard by one process at a time, and by the next when that one is killed', async () => {
    const administrator = await ApiClient.signedIn(first, 'administrator');
    const { body } = await administrator.call<Source>('POST', '/api/sources', {
      network: 'mastodon',
      name: 'Lumen on Mastodon',
      settings: mastodon.settings,
      credentials: { accessToken: mastodon.token },
      pullEverySeconds: 86_400,
    });
    await isLive(administrator, body.id);
    mastodon.tell('notification', { id: '1001', text: 'Heard by the first', at: new Date() });
    await arrived('Heard by the first');

    second = await startProduct({ ...settings, DATABASE_URL: first.databaseUrl });
    const other = await ApiClient.signedIn(second, 'administrator');
    await first.kill();
    await until(() => mastodon.listeners.length === 0, 'the connection to end');
    // Said while nobody listens: the reading that follows the new connection finds it.
    mastodon.posts = [{ id: '1002', text: 'Heard by nobody', at: new Date() }];
    await until(() => mastodon.listeners.length === 1, 'the second process to listen');
    await isLive(other, body.id);
    await arrived('Heard by nobody');
    mastodon.tell('notification', { id: '1003', text: 'Heard by the second', at: new Date() });
    await arrived('Heard by the second');
    expect((await sourceOf(other, body.id))?.mentions).toBe(3);
  }, 180_000);

  it('is left alone for as long as the server asks, also by whoever wants it read now', async () => {
    const administrator = await ApiClient.signedIn(second!, 'administrator');
    const [{ id }] = await dataSource.query(`select id from source where network = 'mastodon'`);
    const waits = async () =>
      (
        await dataSource.query(
          `select holder is null and next_try_at > now() + interval '50 minutes' as waits from source_stream`,
        )
      )[0].waits as boolean;
    mastodon.faults.push({
      path: '/api/v1/streaming',
      fault: { status: 429, headers: { 'retry-after': '3600' } },
    });
    mastodon.hangUp();
    await until(waits, 'the pause of the stream');
    expect((await administrator.call('POST', `/api/sources/${id}/pull`)).status).toBe(202);
    expect(await waits()).toBe(true);
  }, 180_000);
});
