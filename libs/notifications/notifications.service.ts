import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { listNotifications, Notification, readUnread } from '#contract/notifications';
import type { ResponseOf } from '#platform/contract';
import { decodeCursor, encodeCursor, inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { invalidField } from '#platform/problem';
import { readPreferences } from './preference-store.js';

type Row = Omit<Notification, 'firstAt' | 'lastAt' | 'readAt'> & {
  firstAt: Date;
  lastAt: Date;
  readAt: Date | null;
};

/** What one person was told in the console. */
@Injectable()
export class NotificationsService {
  constructor(private readonly dataSource: DataSource) {}

  async list(
    personId: string,
    { unread, cursor, limit }: { unread: boolean; cursor?: string | undefined; limit: number },
  ): Promise<ResponseOf<typeof listNotifications>> {
    const after = cursor === undefined ? null : position(cursor);
    const rows: Row[] = await this.dataSource.query(
      `select id, kind, level, count, params, link, first_at as "firstAt", last_at as "lastAt", read_at as "readAt"
       from notification
       where person_id = $1 and (not $2::boolean or read_at is null)
         and ($3::timestamptz is null or (last_at, id) < ($3::timestamptz, $4::bigint))
       order by last_at desc, id desc limit $5`,
      [personId, unread, after?.at ?? null, after?.id ?? null, limit + 1],
    );
    const items = rows.slice(0, limit).map(view);
    const last = rows[limit - 1];
    return {
      items,
      next: rows.length > limit && last ? encodeCursor([last.lastAt.getTime(), last.id]) : null,
    };
  }

  async unread(personId: string): Promise<ResponseOf<typeof readUnread>> {
    const [row]: { count: number; highestLevel: number }[] = await this.dataSource.query(
      `select count(*)::int as count, coalesce(max(level), 0)::int as "highestLevel"
       from notification where person_id = $1 and read_at is null`,
      [personId],
    );
    const preference = (await readPreferences(this.dataSource.manager, [personId])).get(personId);
    return { count: row?.count ?? 0, highestLevel: row?.highestLevel ?? 0, sound: preference?.sound ?? true };
  }

  /** What is read gathers no more: the next notice of the same key is new again. Ids of others are passed over. */
  async markRead(
    personId: string,
    which: { ids?: string[] | undefined; until?: string | undefined },
  ): Promise<number> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const [, marked]: [unknown[], number] = await manager.query(
        `update notification set read_at = clock_timestamp(), gathering = false
         where person_id = $1 and read_at is null and
           ($2::bigint[] is not null and id = any($2::bigint[]) or $3::timestamptz is not null and last_at <= $3)`,
        [personId, which.ids ?? null, which.until ?? null],
      );
      if (marked > 0) await publishEvents(manager, [{ type: 'notification.read', personId }]);
      return marked;
    });
  }
}

const LAST_INSTANT = 8.64e15;

/** Times of notifications are whole milliseconds, as the gatherer writes them. */
function position(cursor: string): { at: Date; id: string } {
  const parts = decodeCursor(cursor, 2);
  const [at, id] = parts ?? [];
  const known = typeof at === 'number' && Number.isSafeInteger(at) && at >= 0 && at <= LAST_INSTANT;
  if (!known || typeof id !== 'string' || !/^\d{1,18}$/.test(id)) {
    throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
  }
  return { at: new Date(at), id };
}

function view({ firstAt, lastAt, readAt, ...rest }: Row): Notification {
  return {
    ...rest,
    firstAt: firstAt.toISOString(),
    lastAt: lastAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}
