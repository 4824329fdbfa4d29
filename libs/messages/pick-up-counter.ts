import type { EntityManager } from 'typeorm';

/** A find more (or fewer), with what a person said of it. */
export interface PickUpMove {
  key: string;
  realm: string;
  publishedAt: Date;
  verdict: string | null;
  by: number;
}

/**
 * Moves the counters inside the caller's transaction, which must be the one that changes what they count. Cells are taken
 * in one order everywhere, minutes before their sums, so transactions that move the same cells wait for each other and
 * never deadlock.
 */
export async function movePickUp(manager: EntityManager, moves: readonly PickUpMove[]): Promise<void> {
  const cells = new Map<string, Cell>();
  for (const { key, realm, publishedAt, verdict, by } of moves) {
    const minute = Math.floor(publishedAt.getTime() / 60_000) * 60_000;
    const place = `${key} ${realm} ${String(minute).padStart(15, '0')}`;
    const cell = cells.get(place) ?? { key, realm, minute, found: 0, confirmed: 0, rejected: 0 };
    cell.found += by;
    if (verdict === 'yes') cell.confirmed += by;
    if (verdict === 'no') cell.rejected += by;
    cells.set(place, cell);
  }
  const moved = [...cells.entries()]
    .filter(([, { found, confirmed, rejected }]) => found !== 0 || confirmed !== 0 || rejected !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cell]) => cell);
  if (moved.length === 0) return;
  const values = [
    moved.map(({ key }) => key),
    moved.map(({ realm }) => realm),
    moved.map(({ minute }) => minute),
    moved.map(({ found }) => found),
    moved.map(({ confirmed }) => confirmed),
    moved.map(({ rejected }) => rejected),
  ];
  await manager.query(
    `insert into message_pick_up as counter (message_key, realm, minute, found, confirmed, rejected)
     select key, realm, to_timestamp(minute / 1000.0), found, confirmed, rejected from ${MOVED}
     on conflict (message_key, realm, minute) ${ADDED}`,
    values,
  );
  await manager.query(
    `insert into message_pick_up_sum as counter (message_key, realm, span, start, found, confirmed, rejected)
     select key, realm, span, date_trunc(span, to_timestamp(minute / 1000.0), 'UTC'), sum(found), sum(confirmed),
       sum(rejected)
     from ${MOVED} cross join (values ('hour'), ('day')) s(span)
     group by 1, 2, 3, 4 order by 1, 2, 3, 4
     on conflict (message_key, realm, span, start) ${ADDED}`,
    values,
  );
}

const MOVED = `unnest($1::text[], $2::text[], $3::bigint[], $4::integer[], $5::integer[], $6::integer[])
  as moved(key, realm, minute, found, confirmed, rejected)`;
const ADDED = `do update set found = counter.found + excluded.found,
  confirmed = counter.confirmed + excluded.confirmed, rejected = counter.rejected + excluded.rejected`;

interface Cell {
  key: string;
  realm: string;
  minute: number;
  found: number;
  confirmed: number;
  rejected: number;
}
