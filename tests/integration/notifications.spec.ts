import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createECDH, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { until } from '#platform/testing';
import { derivedKey } from '#platform/sealing';
import { type SignedAction, signAction } from '../../libs/notifications/action-token.js';
import { ApiClient } from '../setup/api-client.js';
import type { Who } from '../setup/people.js';
import { type RunningProduct, startProduct } from '../setup/product.js';

jest.setTimeout(120_000);

const KEY = randomBytes(32);
let product: RunningProduct;
let dataSource: DataSource;
const clients = new Map<Who, ApiClient>();
const as = (who: Who) => clients.get(who)!;

beforeAll(async () => {
  product = await startProduct({ PASSERELLE_SECRET_KEY: KEY.toString('base64') });
  dataSource = await createDataSource({ url: product.databaseUrl, entities: [] }).initialize();
  for (const who of ['manager', 'legalApprover', 'crisisLead', 'executive', 'administrator'] as const) {
    clients.set(who, await ApiClient.signedIn(product, who));
  }
  // Nothing happens of which people are told by itself.
  await as('manager').call('POST', '/api/training/scenario', { action: 'pause' });
}, 180_000);
afterAll(async () => {
  await dataSource?.destroy();
  await product?.stop();
}, 400_000);

const link = (change: Partial<SignedAction> = {}, key = KEY) =>
  signAction(derivedKey(key, 'passerelle action link'), {
    kind: 'answer.decide',
    subjectId: '1',
    expiresAt: new Date(Date.now() + 60_000),
    ...change,
  });
const read = (who: Who, token: string) =>
  as(who).call<{ code: string; choices: { key: string; does: string }[] }>('POST', '/api/actions/read', {
    token,
  });
const perform = (who: Who, token: string, choice: string, comment: string | null = null) =>
  as(who).call<{ code: string }>('POST', '/api/actions', { token, choice, comment });

const content = (departmentId: string, body: string) => ({
  question: { fr: '', en: 'May I bring my kayak?' },
  wordings: { fr: [], en: [] },
  topicId: null,
  sensitivity: 'low',
  levelMin: 0,
  levelMax: 3,
  strategy: 'inform',
  departmentIds: [departmentId],
  doNotSay: '',
  proofPoints: [],
  placeholders: [],
  variants: [{ language: 'en', network: null, body }],
  validFrom: null,
  validUntil: null,
  reviewOn: null,
});

interface Detail {
  id: string;
  versions: { id: string; number: number; state: string; revision: number }[];
}

async function submitted(): Promise<{ answerId: string; versionId: string; legal: string }> {
  const { body } = await as('manager').call<{ items: { id: string; key: string }[] }>(
    'GET',
    '/api/departments',
  );
  const legal = body.items.find(({ key }) => key === 'legal')!.id;
  const made = await as('manager').call<Detail>('POST', '/api/answers', { content: content(legal, 'Yes.') });
  const { id: answerId, versions } = made.body;
  await as('manager').call('POST', `/api/answers/${answerId}/versions/1/submission`);
  return { answerId, versionId: versions[0]!.id, legal };
}
const stateOf = async (answerId: string) =>
  (await as('manager').call<Detail>('GET', `/api/answers/${answerId}`)).body.versions[0]!.state;

describe('a signed link', () => {
  it('does nothing for those without the right, whoever it was meant for', async () => {
    const { answerId, versionId } = await submitted();
    const token = link({ subjectId: versionId });
    const offered = (await read('legalApprover', token)).body.choices;
    expect(offered.map(({ does }) => does)).toEqual(['approve', 'refuse']);
    const [approve] = offered;
    for (const who of ['manager', 'executive', 'administrator'] as const) {
      expect(await read(who, token)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
      expect(await perform(who, token, approve!.key)).toMatchObject({ status: 403 });
    }
    expect(await read('crisisLead', token)).toMatchObject({ body: { code: 'not-your-department' } });
    const stranger = new ApiClient(product.url);
    expect(await stranger.call('POST', '/api/actions', { token, choice: approve!.key })).toMatchObject({
      status: 401,
    });
    expect(await stateOf(answerId)).toBe('in_review');
  });

  it('acts once, on the words that were shown, and says why it does not act again', async () => {
    const { answerId, versionId, legal } = await submitted();
    const token = link({ subjectId: versionId });
    const [shown] = (await read('legalApprover', token)).body.choices;
    // Meanwhile the author changes the words and asks again.
    await as('manager').call('POST', `/api/answers/${answerId}/versions/1/withdrawal`);
    const { body } = await as('manager').call<Detail>('GET', `/api/answers/${answerId}`);
    const saved = await as('manager').call('PUT', `/api/answers/${answerId}/draft`, {
      content: content(legal, 'No.'),
      revision: body.versions[0]!.revision,
    });
    expect(saved.status).toBe(200);
    await as('manager').call('POST', `/api/answers/${answerId}/versions/1/submission`);
    expect(await perform('legalApprover', token, shown!.key)).toMatchObject({
      status: 422,
      body: { code: 'choice-unknown' },
    });
    const [approve, refuse] = (await read('legalApprover', token)).body.choices;
    expect(await perform('legalApprover', token, refuse!.key)).toMatchObject({ status: 422 });
    expect(await stateOf(answerId)).toBe('in_review');
    expect(await perform('legalApprover', token, approve!.key)).toMatchObject({
      status: 200,
      body: { link: `/library/${answerId}` },
    });
    expect(await stateOf(answerId)).toBe('approved');
    expect(await perform('legalApprover', token, approve!.key)).toMatchObject({ status: 409 });
  });

  it.each([
    ['that has expired', () => link({ expiresAt: new Date(Date.now() - 1) })],
    ['of another workspace', () => link({}, randomBytes(32))],
    ['that somebody changed', () => link().replace(/^./, 'A').replace('.', '.A')],
    ['that is none', () => 'x'.repeat(60)],
  ])('%s is refused', async (_, token) => {
    expect(await read('legalApprover', token())).toMatchObject({
      status: 410,
      body: { code: 'action-invalid' },
    });
  });

  it('to something that is not there says so', async () => {
    expect(await read('legalApprover', link({ subjectId: '999999' }))).toMatchObject({
      status: 404,
      body: { code: 'answer-not-found' },
    });
  });
});

describe('what I was told', () => {
  const tell = async (who: Who, key: string): Promise<void> => {
    const { body } = await as(who).call<{ person: { id: string } }>('GET', '/api/session');
    await dataSource.query(
      `insert into notice (kind, person_ids, level, group_key, params, link)
       values ('source.attention', array[$1::bigint], 3, $2, '{"source": "Feed"}', '/sources')`,
      [body.person.id, key],
    );
  };
  interface Listed {
    items: { id: string; link: string; readAt: string | null; count: number }[];
    next: string | null;
  }
  const listed = async (who: Who, query = '') =>
    (await as(who).call<Listed>('GET', `/api/notifications${query}`)).body;
  const unread = async (who: Who) =>
    (await as(who).call<{ count: number; highestLevel: number }>('GET', '/api/notifications/unread')).body;

  it('is mine alone to read and to mark, page by page', async () => {
    for (const key of ['a', 'b', 'c']) await tell('executive', key);
    await until(async () => (await unread('executive')).count === 3, 'three notifications');
    expect(await unread('executive')).toMatchObject({ count: 3, highestLevel: 3 });
    const first = await listed('executive', '?limit=2');
    const second = await listed('executive', `?limit=2&cursor=${first.next}`);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(second.next).toBeNull();

    expect(await as('manager').call('POST', '/api/notifications/read', { ids })).toMatchObject({
      body: { marked: 0 },
    });
    expect(
      await as('executive').call('POST', '/api/notifications/read', { ids: ids.slice(0, 1) }),
    ).toMatchObject({
      body: { marked: 1 },
    });
    expect((await listed('executive', '?unread=true')).items).toHaveLength(2);
    await as('executive').call('POST', '/api/notifications/read', { until: new Date().toISOString() });
    expect(await unread('executive')).toMatchObject({ count: 0, highestLevel: 0 });
  });

  it('follows choices that make sense only', async () => {
    const good = {
      kinds: {},
      quiet: { from: '22:00', until: '07:00' },
      timeZone: 'Europe/Paris',
      digest: 'daily',
      dailyAt: '08:30',
      sound: false,
    };
    const choose = (change: object) =>
      as('executive').call('PUT', '/api/notifications/preferences', { ...good, ...change });
    expect(await choose({})).toMatchObject({
      status: 200,
      body: { preference: good, means: { mail: false } },
    });
    const refused: [object, string][] = [
      [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
      [{ quiet: { from: '22:00', until: '22:00' } }, 'quiet.until'],
      [{ quiet: { from: '25:00', until: '07:00' } }, 'quiet.from'],
      [{ digest: 'never' }, 'digest'],
    ];
    for (const [change, field] of refused) {
      expect(await choose(change)).toMatchObject({ status: 422, body: { errors: [{ field }] } });
    }
    expect((await as('executive').call('GET', '/api/notifications/preferences')).body).toMatchObject({
      preference: good,
    });
  });

  it('reaches a browser of mine, which nobody else can take away', async () => {
    const browser = createECDH('prime256v1');
    browser.generateKeys();
    const { status, body } = await as('executive').call<{ browsers: { id: string }[] }>(
      'POST',
      '/api/notifications/browsers',
      {
        endpoint: 'https://push.example/1',
        keys: {
          p256dh: browser.getPublicKey().toString('base64url'),
          auth: randomBytes(16).toString('base64url'),
        },
        label: 'Firefox, Linux',
      },
    );
    expect(status).toBe(201);
    const address = `/api/notifications/browsers/${body.browsers[0]!.id}`;
    expect(await as('manager').call('DELETE', address)).toMatchObject({ status: 404 });
    expect(await as('executive').call('DELETE', address)).toMatchObject({ body: { browsers: [] } });
  });
});

describe('a channel', () => {
  const SECRET_PATH = '/hooks/T0-secret-path';
  const create = (change: object = {}) =>
    as('administrator').call<{ id: string; code: string }>('POST', '/api/notification-channels', {
      kind: 'slack',
      name: 'Crisis room',
      address: `https://chat.example${SECRET_PATH}`,
      kinds: ['topic.level'],
      ...change,
    });

  it('keeps its address to itself: in the answers, in the database, in the record; and loses it when removed', async () => {
    const { body } = await create();
    const listedText = JSON.stringify(
      (await as('administrator').call('GET', '/api/notification-channels')).body,
    );
    expect(listedText).toContain('chat.example');
    const stored = async () =>
      JSON.stringify(
        await dataSource.query(
          "select encode(sealed_address, 'escape') as sealed, c.* from notification_channel c",
        ),
      );
    const recorded = JSON.stringify(
      await dataSource.query(`select * from audit_entry where action like 'notification_channel.%'`),
    );
    expect(recorded).toContain('notification_channel.created');
    for (const text of [listedText, await stored(), recorded]) expect(text).not.toContain('T0-secret-path');
    expect(await as('administrator').call('DELETE', `/api/notification-channels/${body.id}`)).toMatchObject({
      status: 204,
    });
    expect(
      await dataSource.query(
        'select length(sealed_address) as length from notification_channel where id = $1',
        [body.id],
      ),
    ).toEqual([{ length: 0 }]);
    expect(
      await as('administrator').call('POST', `/api/notification-channels/${body.id}/trial`),
    ).toMatchObject({
      status: 404,
    });
  });

  it.each([
    [{ kind: 'webhook' }, 'secret', 'secret-needed'],
    [{ secret: 'a secret that is not used' }, 'secret', 'secret-not-used'],
    [{ departmentId: '99999' }, 'departmentId', 'unknown-department'],
    [{ address: 'file:///etc/passwd' }, 'address', 'invalid-format'],
    [{ kinds: [] }, 'kinds', 'too-small'],
  ])('that makes no sense (%j) is refused with the field', async (change, field, code) => {
    expect(await create(change)).toMatchObject({ status: 422, body: { errors: [{ field, code }] } });
  });
});
