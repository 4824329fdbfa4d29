import type { DataSource } from 'typeorm';
import type { LiveEvent } from './live-event.js';

/** Where a reader stands: after the row (xid, id). Written `xid.id` in SSE ids. */
export interface EventPosition {
  xid: string;
  id: string;
}

export interface StoredEvent {
  position: EventPosition;
  event: LiveEvent;
}

export function parsePosition(text: string | undefined): EventPosition | null {
  const match = /^(\d{1,19})\.(\d{1,19})$/.exec(text ?? '');
  return match?.[1] && match[2] ? { xid: match[1], id: match[2] } : null;
}

export function printPosition(position: EventPosition): string {
  return `${position.xid}.${position.id}`;
}

interface EventRowRead {
  xid: string;
  id: string;
  type: string;
  payload: Record<string, unknown>;
}

/**
 * Events after a position, in commit-safe order: only those of transactions older than every transaction still
 * running are read, so none with a smaller position can appear later.
 */
export async function readEvents(
  dataSource: DataSource,
  after: EventPosition,
  limit: number,
): Promise<StoredEvent[]> {
  const rows: EventRowRead[] = await dataSource.query(
    `select xid, id, type, payload from event
     where (xid, id) > ($1::bigint, $2::bigint)
       and xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
     order by xid, id limit $3`,
    [after.xid, after.id, limit],
  );
  return rows.map((row) => ({
    position: { xid: row.xid, id: row.id },
    event: { type: row.type, ...row.payload } as LiveEvent,
  }));
}

/** The position after everything committed so far. */
export async function lastPosition(dataSource: DataSource): Promise<EventPosition> {
  const [row]: { xid: string; id: string }[] = await dataSource.query(
    `select xid, id from event where xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
     order by xid desc, id desc limit 1`,
  );
  return row ?? { xid: '0', id: '0' };
}

/** The oldest position still kept: an older one cannot be replayed completely. */
export async function oldestPosition(dataSource: DataSource): Promise<EventPosition | null> {
  const [row]: { xid: string; id: string }[] = await dataSource.query(
    `select xid, id from event order by xid, id limit 1`,
  );
  return row ?? null;
}
