import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { sweepNotifications } from './sweep-notifications.js';

const NOW = new Date('2026-11-25T08:00:00Z');
let database: TestDatabase;
let dataSource: DataSource;
let person: string;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: [] }).initialize();
  [{ id: person }] = await dataSource.query(
    `insert into person (email, name, roles, locale) values ('a@lumen.example', 'Anna', '{approver}', 'fr') returning id`,
  );
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

async function notification(key: string, days: number, read: boolean, gathering = false): Promise<string> {
  const [{ id }] = await dataSource.query(
    `insert into notification (person_id, kind, level, group_key, params, link, gathering, gather_until, first_at,
       last_at, read_at)
     values ($1, 'answer.ready', 0, $2, '{}', '/requests/1', $3, $4, $4, $4, $5) returning id`,
    [person, key, gathering, ago(days), read ? ago(days) : null],
  );
  return id;
}

async function delivery(notificationId: string, state: string, days: number): Promise<void> {
  const [{ id }] = await dataSource.query(
    `insert into notification_delivery (by, person_id, group_key, level, state, message_key, due_at, created_at, settled_at)
     values ('mail', $1, $2, 0, $3::text, gen_random_uuid(), $4::timestamptz, $4::timestamptz,
       case when $3::text <> 'queued' then $4::timestamptz end) returning id`,
    [person, `of ${notificationId}`, state, ago(days)],
  );
  await dataSource.query(
    `insert into notification_delivery_item (delivery_id, notification_id) values ($1, $2)`,
    [id, notificationId],
  );
}

it('lets go of what was read and sent after the days that are set, of the unread and the failed after twice as long', async () => {
  await notification('read long ago', 91, true);
  await notification('read lately', 89, true);
  await notification('unread', 179, false);
  await notification('unread for too long', 181, false);
  await notification('still gathering', 200, false, true);
  await delivery(await notification('sent long ago', 91, true), 'sent', 91);
  await delivery(await notification('failed', 91, true), 'failed', 91);
  await delivery(await notification('failed long ago', 181, true), 'failed', 181);
  await delivery(await notification('never left', 200, true), 'queued', 200);
  const gone = await Promise.all([1, 2].map(() => sweepNotifications(dataSource, 90, NOW)));
  expect(gone[0]! + gone[1]!).toBe(4);
  const left: { key: string }[] = await dataSource.query(
    `select group_key as key from notification order by group_key`,
  );
  expect(left.map(({ key }) => key)).toEqual([
    'failed',
    'never left',
    'read lately',
    'still gathering',
    'unread',
  ]);
  const states: { state: string }[] = await dataSource.query(
    `select state from notification_delivery order by 1`,
  );
  expect(states.map(({ state }) => state)).toEqual(['failed', 'queued']);
});
