import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { until } from '#platform/testing';
import { ApiClient } from '../setup/api-client.js';
import { type RunningProduct, startProduct } from '../setup/product.js';

let product: RunningProduct;
let dataSource: DataSource;
let lead: ApiClient;

beforeAll(async () => {
  product = await startProduct();
  dataSource = await createDataSource({ url: product.databaseUrl, entities: [] }).initialize();
  lead = await ApiClient.signedIn(product, 'crisisLead');
  await lead.call('POST', '/api/training/scenario', { action: 'pause' });
}, 400_000);
afterAll(async () => {
  await dataSource?.destroy();
  await product?.stop();
}, 400_000);

async function importLines(...lines: object[]) {
  const form = new FormData();
  const text = lines.map((line) => JSON.stringify(line)).join('\n');
  form.set('mapping', 'auto');
  form.set('file', new Blob([text]), 'posts.jsonl');
  return lead.upload<{ id: string }>('/api/imports', form);
}

const finished = (importId: string) =>
  until(async () => {
    const { body } = await lead.call<{ state: string; stored: number; refused: number }>(
      'GET',
      `/api/imports/${importId}`,
    );
    return body.state !== 'waiting' && body.state !== 'running' && body;
  }, 'the end of the import');

const texts = async (realm: string, search: string) =>
  (
    await lead.call<{ items: { text: string }[] }>(
      'GET',
      `/api/mentions?realm=${realm}&search=${encodeURIComponent(search)}&limit=50`,
    )
  ).body.items.map(({ text }) => text);

const live = {
  network: 'mastodon',
  externalId: 'real-1',
  text: 'A real zebra crossing was repainted',
  publishedAt: new Date().toISOString(),
};

describe('the training network', () => {
  it('is where no file leads to, under whatever name', async () => {
    const { body } = await importLines(live, { ...live, network: 'training', externalId: 'fake-1' });
    expect(await finished(body.id)).toMatchObject({ stored: 1, refused: 1 });
    const rows = await lead.call<{ items: { outcome: string; field: string }[] }>(
      'GET',
      `/api/imports/${body.id}/rows?outcome=refused`,
    );
    expect(rows.body.items).toMatchObject([{ outcome: 'refused', field: 'network' }]);
  });

  it('and the real ones never enter each other’s lists and figures', async () => {
    await lead.call('POST', '/api/training/posts', {
      authorHandle: 'drill',
      authorName: 'Drill',
      text: 'A drill zebra crossing was repainted',
    });
    await until(async () => (await texts('training', 'zebra')).length > 0, 'the post of the drill');
    expect(await texts('training', 'zebra')).toEqual(['A drill zebra crossing was repainted']);
    expect(await texts('live', 'zebra')).toEqual([live.text]);
    const counts = await lead.call<{ byState: Record<string, number> }>(
      'GET',
      '/api/mentions/counts?realm=live',
    );
    expect(counts.body.byState).toMatchObject({ new: 1 });
    const [{ figure }] = await dataSource.query(
      `select sum(mentions)::integer as figure from mention_counter where realm = 'live' and topic_id = 0`,
    );
    expect(figure).toBe(1);
  });

  it('cannot be mixed with a real one, not even in the database', async () => {
    await expect(
      dataSource.query(
        `insert into source (network, realm, name, pull_every_seconds) values ('mastodon', 'training', 'Mixed', 60)`,
      ),
    ).rejects.toThrow(/source_realm/);
    await expect(
      dataSource.query(`update mention set realm = 'training' where realm = 'live'`),
    ).rejects.toThrow(/realm/);
    await expect(
      dataSource.query(`update mention set network = 'mastodon' where realm = 'training'`),
    ).rejects.toThrow();
  });
});
