import type { DataSource } from 'typeorm';

const DAY_MS = 86_400_000;
/** Rows let go in one statement. */
const MANY = 2000;
/** What nobody has read, and what could not be sent, is kept so many times as long. */
const LONGER = 2;

/**
 * Lets go of messages that were sent, and then of notifications that were read, after `keepDays`; of what was not read
 * and of what failed after twice as long. What decides anything is in the record, which is kept. Any number of workers
 * may do so at once. Returns how many notifications went.
 */
export async function sweepNotifications(
  dataSource: DataSource,
  keepDays: number,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const limits = [before(keepDays), before(keepDays * LONGER)];
  await repeat(dataSource, SETTLED_DELIVERIES, limits, signal);
  return repeat(dataSource, READ_NOTIFICATIONS, limits, signal);
}

async function repeat(
  dataSource: DataSource,
  sql: string,
  limits: readonly Date[],
  signal: AbortSignal | undefined,
): Promise<number> {
  let gone = 0;
  while (!signal?.aborted) {
    const [, count]: [unknown[], number] = await dataSource.query(sql, [...limits, MANY]);
    gone += count;
    if (count < MANY) break;
  }
  return gone;
}

/** $1: before when settled; $2: before when failed. */
const SETTLED_DELIVERIES = `
  with old as (
    select id from notification_delivery
    where created_at < $1 and (
      (state in ('sent', 'suppressed') and settled_at < $1) or (state = 'failed' and settled_at < $2))
    order by created_at limit $3 for update skip locked
  ), items as (
    delete from notification_delivery_item using old where delivery_id = old.id
  )
  delete from notification_delivery using old where notification_delivery.id = old.id`;

/** What is still on its way somewhere stays. $1: last told of before; $2: the same where nobody has read it. */
const READ_NOTIFICATIONS = `
  with old as (
    select n.id from notification n
    where not n.gathering and n.last_at < $1
      and (n.read_at < $1 or n.channel_id is not null or n.last_at < $2)
      and not exists (select from notification_delivery_item item where item.notification_id = n.id)
    order by n.last_at limit $3 for update skip locked
  )
  delete from notification using old where notification.id = old.id`;
