import { mailDeparture, singleDeparture, type Told } from './delivery-time.js';
import type { NoticeKind } from './notice-kinds.js';
import { DEFAULT_PREFERENCE, type Preference, wants } from './preference.js';

/** A notification that has just been made or has grown. */
export interface Gathered {
  id: string;
  personId: string | null;
  channelId: string | null;
  kind: NoticeKind;
  level: number;
  groupKey: string;
}

/** A delivery to make, or to add to; several notifications of one digest share one. */
export interface PlannedDelivery {
  by: 'mail' | 'push' | 'channel';
  personId: string | null;
  channelId: string | null;
  groupKey: string;
  level: number;
  dueAt: Date;
  notificationIds: string[];
}

export interface Circumstances {
  now: Date;
  /** Whether mail can be sent at all. */
  mail: boolean;
  preferences: ReadonlyMap<string, Preference>;
  /** People with a browser that takes push messages. */
  withPush: ReadonlySet<string>;
  told: (by: PlannedDelivery['by'], gathered: Gathered) => Told | null;
}

/** The key of a digest: everything that is not told by itself is gathered in one message. */
export const DIGEST_KEY = '';

/** Which messages leave when, for what has been gathered. */
export function planDeliveries(gathered: readonly Gathered[], given: Circumstances): PlannedDelivery[] {
  const planned = new Map<string, PlannedDelivery>();
  const add = (one: Gathered, by: PlannedDelivery['by'], groupKey: string, dueAt: Date) => {
    const { personId, channelId, level, id } = one;
    const key = deliveryKey({ by, personId, channelId, groupKey });
    const known = planned.get(key);
    if (known) {
      known.notificationIds.push(id);
      known.level = Math.max(known.level, level);
      if (dueAt < known.dueAt) known.dueAt = dueAt;
    } else {
      planned.set(key, { by, personId, channelId, groupKey, level, dueAt, notificationIds: [id] });
    }
  };
  for (const one of gathered) {
    if (one.personId === null) {
      add(
        one,
        'channel',
        one.groupKey,
        singleDeparture(NO_QUIET, one, given.told('channel', one), given.now),
      );
      continue;
    }
    const preference = given.preferences.get(one.personId) ?? DEFAULT_PREFERENCE;
    if (given.mail && wants(preference, one.kind, 'mail')) {
      const { at, digest } = mailDeparture(preference, one, given.told('mail', one), given.now);
      add(one, 'mail', digest ? DIGEST_KEY : one.groupKey, at);
    }
    if (given.withPush.has(one.personId) && wants(preference, one.kind, 'push')) {
      add(one, 'push', one.groupKey, singleDeparture(preference, one, given.told('push', one), given.now));
    }
  }
  return [...planned.values()];
}

/** A chat room has no bed to be woken in. */
const NO_QUIET = { quiet: null, timeZone: 'UTC' };

/** The same for a planned delivery and for the row that it becomes. */
export function deliveryKey(
  one: Pick<PlannedDelivery, 'by' | 'personId' | 'channelId' | 'groupKey'>,
): string {
  return `${one.by} ${one.personId ?? ''} ${one.channelId ?? ''} ${one.groupKey}`;
}
