import type { EntityManager } from 'typeorm';
import type { Locale } from '#platform/contract';
import type { ChannelKind } from './channel-kinds.js';
import { DELIVERY_LEASE_MS, MAX_DELIVERY_ATTEMPTS } from './delivery-life-cycle.js';
import type { Message, MessageItem } from './message.js';
import { settle } from './settle-delivery.js';

/** A message that this worker hands over, and to whom. */
export interface ClaimedDelivery {
  id: string;
  attempts: number;
  message: Message;
  to: MailRecipient | PushRecipient | ChannelRecipient;
}
export interface MailRecipient {
  by: 'mail';
  name: string;
  email: string;
}
export interface PushRecipient {
  by: 'push';
  targets: { id: string; endpoint: string; p256dh: string; auth: string }[];
}
export interface ChannelRecipient {
  by: 'channel';
  kind: ChannelKind;
  sealedAddress: Buffer;
  sealedSecret: Buffer | null;
  allowPrivateAddress: boolean;
}

interface DeliveryRow {
  id: string;
  by: 'mail' | 'push' | 'channel';
  personId: string | null;
  channelId: string | null;
  attempts: number;
  key: string;
}

/** queued → sending, in the caller's transaction; null when it is not due, or when there is no reason left to send. */
export async function claimDelivery(
  manager: EntityManager,
  deliveryId: string,
  now: Date,
): Promise<ClaimedDelivery | null> {
  // TypeORM answers [rows, count] to an update that returns rows. A second of tolerance for clocks that differ.
  const [[row]]: [DeliveryRow[], number] = await manager.query(
    `update notification_delivery set state = 'sending', sending_since = $2, attempts = attempts + 1
     where id = $1 and ((state = 'queued' and due_at <= $2::timestamptz + interval '1 second')
       or (state = 'sending' and sending_since < $2::timestamptz - $3 * interval '1 millisecond'))
     returning id, by, person_id as "personId", channel_id as "channelId", attempts, message_key as key`,
    [deliveryId, now, DELIVERY_LEASE_MS],
  );
  if (!row) return null;
  if (row.attempts > MAX_DELIVERY_ATTEMPTS) {
    await settle(
      manager,
      row,
      { state: 'failed', code: 'worker-lost', detail: 'every worker that tried was lost' },
      now,
    );
    return null;
  }
  const items = await tell(manager, row.id);
  const recipient = await readRecipient(manager, row);
  const reason = items.length === 0 ? 'read-already' : typeof recipient === 'string' ? recipient : null;
  if (reason !== null || typeof recipient === 'string') {
    await settle(manager, row, { state: 'suppressed', code: reason ?? 'read-already', detail: null }, now);
    return null;
  }
  const { locale, ...to } = recipient;
  const message: Message = { key: row.key, deliveryId: row.id, locale, items };
  return { id: row.id, attempts: row.attempts, message, to: to as ClaimedDelivery['to'] };
}

/**
 * What the delivery tells, as it is told: the first attempt fixes the counts, so that a repeated message says the same.
 * What its reader has read in the console meanwhile is left out.
 */
async function tell(manager: EntityManager, deliveryId: string): Promise<MessageItem[]> {
  await manager.query(
    `update notification_delivery_item item set count_told = n.count
     from notification n where n.id = item.notification_id and item.delivery_id = $1 and item.count_told is null
       and n.read_at is null`,
    [deliveryId],
  );
  const rows: (Omit<MessageItem, 'action'> & {
    actionKind: string | null;
    actionSubjectId: string | null;
  })[] = await manager.query(
    `select n.kind, n.level, item.count_told as count, n.params, n.link, n.action_kind as "actionKind",
         n.action_subject_id as "actionSubjectId", n.last_at as "lastAt"
       from notification_delivery_item item join notification n on n.id = item.notification_id
       where item.delivery_id = $1 and item.count_told is not null and n.read_at is null
       order by n.level desc, n.last_at desc`,
    [deliveryId],
  );
  return rows.map(({ actionKind, actionSubjectId, ...rest }) => ({
    ...rest,
    action:
      actionKind !== null && actionSubjectId !== null
        ? { kind: actionKind as NonNullable<MessageItem['action']>['kind'], subjectId: actionSubjectId }
        : null,
  }));
}

/** Whom it is for, or the reason why nobody is there to get it. */
async function readRecipient(
  manager: EntityManager,
  { by, personId, channelId }: DeliveryRow,
): Promise<(ClaimedDelivery['to'] & { locale: Locale }) | string> {
  if (by === 'channel') {
    const [channel]: (Omit<ChannelRecipient, 'by'> & { locale: Locale })[] = await manager.query(
      `select kind, sealed_address as "sealedAddress", sealed_secret as "sealedSecret",
         allow_private_address as "allowPrivateAddress", locale
       from notification_channel where id = $1 and active and removed_at is null`,
      [channelId],
    );
    return channel ? { by, ...channel } : 'channel-inactive';
  }
  const [person]: { name: string; email: string; locale: Locale }[] = await manager.query(
    'select name, email, locale from person where id = $1 and active',
    [personId],
  );
  if (!person) return 'person-inactive';
  if (by === 'mail') return { by, ...person };
  const targets: PushRecipient['targets'] = await manager.query(
    'select id, endpoint, p256dh, auth from push_subscription where person_id = $1 order by id',
    [personId],
  );
  return targets.length > 0 ? { by, targets, locale: person.locale } : 'push-unsubscribed';
}
