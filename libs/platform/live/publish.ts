import type { EntityManager } from 'typeorm';
import type { LiveEvent } from './live-event.js';

export const LIVE_CHANNEL = 'passerelle_event';

/** Records events inside the caller's transaction; listeners are woken when it commits. */
export async function publishEvents(manager: EntityManager, events: readonly LiveEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ type, ...payload }) => ({ type, payload }));
  await manager.query(
    `insert into event (xid, type, payload)
     select pg_current_xact_id()::text::bigint, row->>'type', row->'payload'
     from jsonb_array_elements($1::jsonb) with ordinality as given(row, place) order by place`,
    [JSON.stringify(rows)],
  );
  await manager.query(`select pg_notify('${LIVE_CHANNEL}', '')`);
}
