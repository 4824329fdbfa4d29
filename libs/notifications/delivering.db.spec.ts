import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createECDH, createHmac, randomBytes } from 'node:crypto';
import { HookServer } from '../../tests/simulators/hook-server.js';
import { MailServer } from '../../tests/simulators/mail-server.js';
import { DELIVERY_LEASE_MS, MAX_DELIVERY_ATTEMPTS } from './delivery-life-cycle.js';
import { type Notice, notify } from './notify.js';
import { PushKeyStore } from './push-keys.js';
import { sendPush } from './send-push.js';
import { tellingWorker, type TellingWorker } from './telling.fixture.js';

const NOON = new Date('2026-06-10T10:00:00Z');
const at = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

let mails: MailServer;
let hooks: HookServer;
let worker: TellingWorker;
let person: string;
beforeAll(async () => {
  [mails, hooks] = await Promise.all([MailServer.start(), HookServer.start()]);
  worker = await tellingWorker(mails.url);
});
afterAll(async () => {
  await worker.close();
  await Promise.all([mails.stop(), hooks.stop()]);
});
beforeEach(async () => {
  await worker.reset();
  person = await worker.person('Helene');
  for (const list of [mails.mails, mails.faults, hooks.received, hooks.faults]) list.length = 0;
});

const notice = (change: Partial<Notice> = {}): Notice => ({
  kind: 'answer.review_asked',
  personIds: [person],
  level: 0,
  groupKey: 'answer:12',
  params: { question: 'Where is my refund? <b>&</b> @channel <!here>', by: 'Camille' },
  link: '/library/12',
  action: { kind: 'answer.decide', subjectId: '31' },
  ...change,
});
const tell = async (one: Notice) => {
  await worker.dataSource.transaction((manager) => notify(manager, one));
  await worker.gather.run(NOON);
};
interface Row {
  id: string;
  by: string;
  state: string;
  attempts: number;
  problem_code: string | null;
  due_at: Date;
}
const rows = (by = 'mail'): Promise<Row[]> =>
  worker.dataSource.query('select * from notification_delivery where by = $1 order by id', [by]);
/** Tries as often as it is tried, an hour apart. */
const tryAll = async () => {
  for (let hour = 1; hour < 20; hour++) await worker.deliverDue(at(hour * 60));
};

describe('a mail', () => {
  it('carries the words, the link and the signed link, as text and as harmless HTML', async () => {
    await tell(notice());
    await worker.deliverDue(at(1));
    const [mail] = mails.mails;
    expect(mail).toMatchObject({ subject: 'An answer awaits your decision' });
    expect(mail!.from!.text).toBe('"Passerelle" <passerelle@lumen.example>');
    expect(mail!.text).toContain('“Where is my refund? <b>&</b> @channel <!here>” – submitted by Camille');
    expect(mail!.text).toContain('Open in Passerelle: https://console.lumen.example/library/12');
    expect(mail!.html).toContain('Where is my refund? &lt;b&gt;&amp;&lt;/b&gt;');
    const token = /https:\/\/console\.lumen\.example\/act\/(\S+)/.exec(mail!.text!)![1]!;
    expect(worker.links.read(token)).toMatchObject({ kind: 'answer.decide', subjectId: '31' });
    expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 1 }]);
  });

  it('that the server took before the connection broke has the same Message-ID when it comes again', async () => {
    mails.faults.push('drop-after-accept');
    await tell(notice());
    await worker.deliverDue(at(1));
    expect(await rows()).toMatchObject([{ state: 'queued', problem_code: 'mail-not-delivered' }]);
    await tell(notice());
    await tryAll();
    const [first, second] = mails.mails;
    expect(second!.messageId).toBe(first!.messageId);
    expect(second!.subject).toBe(first!.subject);
  });

  it('is tried again when the server asks for it', async () => {
    mails.faults.push('later', 'later');
    await tell(notice());
    await tryAll();
    expect(mails.mails).toHaveLength(1);
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 3, problem_code: null }]);
  });

  it('that the server refuses for good has failed, and says why', async () => {
    mails.faults.push('refuse');
    await tell(notice());
    await tryAll();
    expect(await rows()).toMatchObject([{ state: 'failed', attempts: 1, problem_code: 'mail-refused' }]);
  });
});

describe('a delivery', () => {
  it('run twice at once is made once', async () => {
    await tell(notice());
    const [{ id }] = (await rows()) as [Row];
    await Promise.all(Array.from({ length: 5 }, () => worker.deliver.run(id, at(1))));
    expect(mails.mails).toHaveLength(1);
  });

  it('before its time is left alone', async () => {
    await tell(notice());
    const [{ id }] = (await rows()) as [Row];
    await worker.deliver.run(id, NOON);
    expect(mails.mails).toEqual([]);
  });

  it('whose worker is gone is found again after the lease, and made with the same key', async () => {
    await tell(notice());
    await worker.dataSource.query(
      `update notification_delivery set state = 'sending', attempts = 1, sending_since = $1`,
      [at(1)],
    );
    expect(await worker.deliver.due(at(2))).toEqual([]);
    await worker.deliverDue(new Date(at(1).getTime() + DELIVERY_LEASE_MS + 1000));
    expect(mails.mails).toHaveLength(1);
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('that loses every worker has failed in the end', async () => {
    await tell(notice());
    for (let minutes = 1; minutes < 60; minutes += 3) {
      const [{ id }] = (await rows()) as [Row];
      await worker.dataSource.query(
        `update notification_delivery set state = 'sending', attempts = attempts + 1, sending_since = $1
         where state in ('queued', 'sending') and attempts < $2`,
        [at(minutes), MAX_DELIVERY_ATTEMPTS],
      );
      if (minutes > 30) await worker.deliver.run(id, at(minutes + 100));
    }
    expect(await rows()).toMatchObject([{ state: 'failed', problem_code: 'worker-lost' }]);
  });

  it('whose secrets no longer open is not lost sight of', async () => {
    await worker.channel({ address: hooks.url('/slack') });
    await tell(notice());
    await worker.dataSource.query('update notification_channel set sealed_address = $1', [randomBytes(60)]);
    await tryAll();
    expect(await rows('channel')).toMatchObject([
      { state: 'failed', attempts: MAX_DELIVERY_ATTEMPTS, problem_code: 'delivery-failed' },
    ]);
  });
});

describe('a channel', () => {
  const SIGNED = { kind: 'webhook', secret: 'a shared secret of some length' };

  it('of the generic kind gets a signed body that says which message it is', async () => {
    await worker.channel({ ...SIGNED, address: hooks.url('/hook') });
    await tell(notice());
    await worker.deliverDue(at(1));
    const [{ headers, body, path }] = hooks.received as [HookServer['received'][number]];
    const timestamp = headers['passerelle-timestamp'];
    const wanted = createHmac('sha256', SIGNED.secret)
      .update(`${String(timestamp)}.${body.toString()}`)
      .digest('hex');
    expect(path).toBe('/hook');
    expect(headers['passerelle-signature']).toBe(`v1=${wanted}`);
    expect(Math.abs(Date.now() / 1000 - Number(timestamp))).toBeLessThan(60);
    expect(headers['passerelle-delivery']).toBe((await rows('channel'))[0]!.id);
    expect(hooks.json(0)).toMatchObject({
      title: 'An answer awaits your decision',
      notifications: [
        { kind: 'answer.review_asked', count: 1, url: 'https://console.lumen.example/library/12' },
      ],
    });
  });

  it('that took a message before the connection broke gets it again under the same key', async () => {
    hooks.faults.push('drop-after-accept', { status: 500 });
    await worker.channel({ ...SIGNED, address: hooks.url() });
    await tell(notice());
    await tryAll();
    expect(hooks.received).toHaveLength(3);
    expect(new Set(hooks.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(new Set(hooks.received.map(({ body }) => JSON.parse(body.toString()).id)).size).toBe(1);
    expect(await rows('channel')).toMatchObject([{ state: 'sent', attempts: 3 }]);
  });

  it('that asks for a pause gets one', async () => {
    hooks.faults.push({ status: 429, headers: { 'retry-after': '1800' } });
    await worker.channel({ address: hooks.url() });
    await tell(notice());
    const before = Date.now();
    await worker.deliverDue(at(1));
    const [row] = await rows('channel');
    expect(row).toMatchObject({ state: 'queued', problem_code: 'webhook-failed' });
    expect(row!.due_at.getTime()).toBeGreaterThanOrEqual(before + 1_800_000);
  });

  it.each([
    [{ status: 404 }, 'address-gone'],
    [{ status: 403 }, 'webhook-refused'],
    [{ status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 'webhook-refused'],
  ])('that answers %j has failed at once', async (fault, code) => {
    hooks.faults.push(fault);
    await worker.channel({ address: hooks.url() });
    await tell(notice());
    await tryAll();
    expect(hooks.received).toHaveLength(1);
    expect(await rows('channel')).toMatchObject([{ state: 'failed', problem_code: code }]);
  });

  it('inside the organisation is refused unless that was allowed', async () => {
    await worker.channel({ address: hooks.url() });
    await worker.dataSource.query('update notification_channel set allow_private_address = false');
    await tell(notice());
    await worker.deliverDue(at(1));
    expect(hooks.received).toEqual([]);
    expect(await rows('channel')).toMatchObject([{ state: 'failed', problem_code: 'address-refused' }]);
  });

  it('gets a storm as one message', async () => {
    await worker.channel({ address: hooks.url() });
    await worker.dataSource.transaction(async (manager) => {
      for (let one = 0; one < 1000; one++) await notify(manager, notice());
    });
    await worker.gather.run(NOON);
    await worker.deliverDue(at(1));
    expect(hooks.received).toHaveLength(1);
    expect(hooks.json(0)).toMatchObject({ text: '1,000 answers await your decision' });
  });

  it('gets only what it was set up for', async () => {
    const department = await worker.department('legal');
    await worker.channel({ address: hooks.url('/legal'), departmentId: department });
    await worker.channel({ address: hooks.url('/level-2'), minLevel: 2 });
    await worker.channel({ address: hooks.url('/sources'), kinds: ['source.attention'] });
    await tell(notice());
    await worker.deliverDue(at(1));
    expect(hooks.received).toEqual([]);
    const lawyer = await worker.person('Louis', department);
    await tell(notice({ personIds: [lawyer], level: 2 }));
    await worker.deliverDue(at(1));
    expect(hooks.received.map(({ path }) => path).sort()).toEqual(['/legal', '/level-2']);
  });

  it.each([
    ['slack', (body: string) => expect(body).toContain('&lt;b&gt;&amp;&lt;/b&gt; @channel &lt;!here&gt;')],
    ['mattermost', (body: string) => expect(body).not.toContain('@channel')],
    ['teams', (body: string) => expect(body).toContain('AdaptiveCard')],
  ])('of %s gets its own form, in which no quoted text does anything', async (kind, check) => {
    await worker.channel({ kind, address: hooks.url() });
    await tell(notice());
    await worker.deliverDue(at(1));
    const body = JSON.stringify(hooks.json(0));
    expect(body).toContain('https://console.lumen.example/act/');
    expect(body).not.toContain('<!here>');
    check(body);
  });
});

describe('a push message', () => {
  it('is encrypted for the browser, signed with the keys of the workspace, and short-lived', async () => {
    const browser = createECDH('prime256v1');
    browser.generateKeys();
    const target = {
      endpoint: hooks.url('/push/1'),
      p256dh: browser.getPublicKey().toString('base64url'),
      auth: randomBytes(16).toString('base64url'),
    };
    const message = {
      key: '0b5a2f8e-1111-4222-8333-444455556666',
      deliveryId: '1',
      locale: 'en',
      items: [{ ...notice(), count: 1, level: 3, lastAt: NOON, action: null }],
    } as const;
    const keys = await worker.pushKeys.read();
    const options = { keys, contact: 'mailto:passerelle@lumen.example', mayReach: () => true };
    expect(await sendPush(target, message, worker.links, options)).toEqual({ sent: true });
    const [{ headers, body }] = hooks.received as [HookServer['received'][number]];
    expect(headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      ttl: '86400',
      urgency: 'high',
      topic: '0b5a2f8e111142228333444455556666',
    });
    expect(headers.authorization).toMatch(/^vapid t=.+, k=/);
    expect(body.includes('refund')).toBe(false);
    expect(await sendPush(target, message, worker.links, { ...options, mayReach: undefined })).toMatchObject({
      code: 'address-refused',
    });
  });

  it('uses the same keys for good', async () => {
    const first = await worker.pushKeys.read();
    const other = new PushKeyStore(worker.dataSource, worker.seals);
    expect(await other.read()).toEqual(first);
    expect(await worker.dataSource.query('select count(*)::int from notification_key')).toEqual([
      { count: 1 },
    ]);
  });
});
