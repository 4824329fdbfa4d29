import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MailServer } from '../../tests/simulators/mail-server.js';
import { type Notice, notify } from './notify.js';
import { DEFAULT_PREFERENCE, type Preference } from './preference.js';
import { writePreference } from './preference-store.js';
import { tellingWorker, type TellingWorker } from './telling.fixture.js';

const NOON = new Date('2026-06-10T10:00:00Z');
const at = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

let server: MailServer;
let worker: TellingWorker;
let person: string;
beforeAll(async () => {
  server = await MailServer.start();
  worker = await tellingWorker(server.url);
});
afterAll(async () => {
  await worker.close();
  await server.stop();
});
beforeEach(async () => {
  await worker.reset();
  person = await worker.person('Helene');
  server.mails.length = 0;
});

const mention = (change: Partial<Notice> = {}): Notice => ({
  kind: 'escalation.asked',
  personIds: [person],
  level: 2,
  groupKey: 'topic:refunds',
  params: { title: 'Refunds are late' },
  link: '/escalations/1',
  ...change,
});
const ask = (notice: Notice) => worker.dataSource.transaction((manager) => notify(manager, notice));
const prefer = (change: Partial<Preference>) =>
  writePreference(worker.dataSource.manager, person, { ...DEFAULT_PREFERENCE, ...change });
const counts = (): Promise<{ count: number; level: number }[]> =>
  worker.dataSource.query('select count, level from notification where person_id = $1 order by id', [person]);
const deliveries = (): Promise<{ by: string; state: string; due_at: Date; problem_code: string | null }[]> =>
  worker.dataSource.query('select by, state, due_at, problem_code from notification_delivery order by id');

describe('a storm of a thousand mentions', () => {
  it('is one notification that counts, and one mail', async () => {
    for (let started = 0; started < 1000; started += 100) {
      await Promise.all(Array.from({ length: 100 }, () => ask(mention())));
    }
    expect(await worker.gather.run(NOON)).toBe(1000);
    expect(await counts()).toEqual([{ count: 1000, level: 2 }]);
    await worker.deliverDue(at(1));
    await worker.deliverDue(at(2));
    expect(server.mails.map(({ subject }) => subject)).toEqual(['You are asked for 1,000 decisions']);
  });

  it('that goes on is told again at a distance, with everything in it', async () => {
    for (let minute = 0; minute < 6; minute++) {
      for (let one = 0; one < 5; one++) await ask(mention({ kind: 'answer.review_asked', params: {} }));
      await worker.gather.run(at(minute));
      await worker.deliverDue(at(minute + 0.5));
    }
    expect(server.mails.map(({ subject }) => subject)).toEqual(['5 answers await your decision']);
    await worker.deliverDue(at(30));
    expect(server.mails.map(({ subject }) => subject)).toEqual([
      '5 answers await your decision',
      '30 answers await your decision',
    ]);
  });

  it('gathered by several workers at once counts each notice once', async () => {
    const others = Array.from({ length: 3 }, () => worker.gather);
    const asked = Array.from({ length: 60 }, () => ask(mention()));
    const gathered = Promise.all(
      others.map(async (one) => {
        for (let turn = 0; turn < 15; turn++) await one.run(NOON);
      }),
    );
    await Promise.all(asked);
    await gathered;
    await worker.gather.run(NOON);
    expect(await counts()).toEqual([{ count: 60, level: 2 }]);
    expect(await deliveries()).toHaveLength(1);
  });
});

describe('what is gathered', () => {
  it('stays apart by key, by kind and by person', async () => {
    const other = await worker.person('Louis');
    await ask(mention({ personIds: [person, other] }));
    await ask(mention({ groupKey: 'topic:trains' }));
    await ask(mention({ kind: 'escalation.decided' }));
    await worker.gather.run(NOON);
    expect(await counts()).toHaveLength(3);
    expect(await deliveries()).toHaveLength(4);
  });

  it('begins anew once it has been read, or after an hour', async () => {
    await ask(mention());
    await worker.gather.run(NOON);
    await worker.dataSource.query('update notification set read_at = $1, gathering = false', [at(1)]);
    await ask(mention());
    await worker.gather.run(at(2));
    expect(await counts()).toEqual([
      { count: 1, level: 2 },
      { count: 1, level: 2 },
    ]);
    await ask(mention());
    await worker.gather.run(at(63));
    expect(await counts()).toHaveLength(3);
  });

  it('takes on the highest level, which breaks the distance kept', async () => {
    await ask(mention({ kind: 'answer.asked', level: 1 }));
    await worker.gather.run(NOON);
    await worker.deliverDue(at(1));
    await ask(mention({ kind: 'answer.asked', level: 4 }));
    await worker.gather.run(at(2));
    await worker.deliverDue(at(2));
    expect(await counts()).toEqual([{ count: 2, level: 4 }]);
    expect(server.mails.map(({ subject }) => subject)).toEqual([
      'An answer is missing, and you are asked for it',
      '[Level 4] 2 times the same answer was missing',
    ]);
  });

  it('of several subjects leads to all of them, and offers no action on one of them', async () => {
    const review = (id: string) =>
      mention({
        kind: 'answer.review_asked',
        groupKey: 'reviews',
        link: `/library/${id}`,
        action: { kind: 'answer.decide', subjectId: id },
      });
    const stored = () =>
      worker.dataSource.query(
        'select count, link, action_subject_id as subject from notification order by id',
      );
    await ask(review('1'));
    await ask(review('1'));
    await worker.gather.run(NOON);
    expect(await stored()).toEqual([{ count: 2, link: '/library/1', subject: '1' }]);
    await ask(review('2'));
    await worker.gather.run(at(1));
    expect(await stored()).toEqual([{ count: 3, link: '/library/approvals', subject: null }]);
    await ask(review('2'));
    await worker.gather.run(at(2));
    expect(await stored()).toEqual([{ count: 4, link: '/library/approvals', subject: null }]);
    await ask({ ...review('3'), groupKey: 'others' });
    await ask({ ...review('4'), groupKey: 'others' });
    await worker.gather.run(at(3));
    expect((await stored())[1]).toEqual({ count: 2, link: '/library/approvals', subject: null });
  });

  it('leaves out people who have left', async () => {
    await worker.dataSource.query('update person set active = false where id = $1', [person]);
    await ask(mention());
    expect(await worker.gather.run(NOON)).toBe(1);
    expect(await counts()).toEqual([]);
  });
});

describe('what a person has chosen', () => {
  it('holds mail back in quiet hours, but not from level 3 on', async () => {
    await prefer({ quiet: { from: '22:00', until: '07:00' } });
    const night = new Date('2026-06-10T22:00:00Z');
    await ask(mention());
    await ask(mention({ level: 3, groupKey: 'topic:fire' }));
    await worker.gather.run(night);
    await worker.deliverDue(night);
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]!.subject).toMatch(/^\[Level 3\]/);
    await worker.deliverDue(new Date('2026-06-11T05:00:00Z'));
    expect(server.mails).toHaveLength(2);
  });

  it('puts everything of a day into one mail', async () => {
    await prefer({ digest: 'daily' });
    await ask(mention());
    await ask(mention({ groupKey: 'topic:trains', params: { title: 'Trains' } }));
    await worker.gather.run(NOON);
    await ask(mention({ kind: 'answer.asked', params: { question: 'Where is my refund?' } }));
    await worker.gather.run(at(90));
    await worker.deliverDue(at(600));
    expect(server.mails).toHaveLength(0);
    await worker.deliverDue(new Date('2026-06-11T06:00:00Z'));
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]!.subject).toBe('3 notifications');
    expect(server.mails[0]!.text).toContain('“Where is my refund?”');
  });

  it('sends no mail of a kind that is not wanted; the console tells all the same', async () => {
    await prefer({ kinds: { 'escalation.asked': { mail: false } } });
    await ask(mention());
    await worker.gather.run(NOON);
    expect(await deliveries()).toEqual([]);
    expect(await counts()).toHaveLength(1);
  });
});

describe('a message that has lost its reason', () => {
  it('because everything in it was read in the console is not sent', async () => {
    await ask(mention());
    await worker.gather.run(NOON);
    await worker.dataSource.query('update notification set read_at = $1, gathering = false', [NOON]);
    await worker.deliverDue(at(1));
    expect(server.mails).toEqual([]);
    expect(await deliveries()).toMatchObject([{ state: 'suppressed', problem_code: 'read-already' }]);
  });

  it('because the person has left is not sent', async () => {
    await ask(mention());
    await worker.gather.run(NOON);
    await worker.dataSource.query('update person set active = false');
    await worker.deliverDue(at(1));
    expect(await deliveries()).toMatchObject([{ state: 'suppressed', problem_code: 'person-inactive' }]);
  });
});

describe('without a mail server', () => {
  it('the console tells, and no mail is made', async () => {
    const silent = await tellingWorker(null);
    const someone = await silent.person('Samir');
    await silent.dataSource.transaction((manager) => notify(manager, mention({ personIds: [someone] })));
    await silent.gather.run(NOON);
    expect(await silent.dataSource.query('select count(*)::int from notification')).toEqual([{ count: 1 }]);
    expect(await silent.dataSource.query('select count(*)::int from notification_delivery')).toEqual([
      { count: 0 },
    ]);
    await silent.close();
  });
});
