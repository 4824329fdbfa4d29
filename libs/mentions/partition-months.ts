import type { EntityManager } from 'typeorm';

/** Months whose partition is known to be committed, per database of this process. */
const known = new WeakMap<object, Set<string>>();
/** Months that a transaction still running made itself: they may be rolled back yet. */
const making = new WeakMap<object, Set<string>>();

/**
 * Makes sure that every month in which a mention was published has its partition. Asks the database only for months
 * that this process has not yet seen there.
 */
export async function ensureMonths(manager: EntityManager, moments: Iterable<Date>): Promise<void> {
  const seen = setOf(known, manager.connection);
  const missing = new Set<string>();
  for (const moment of moments) {
    const month = moment.toISOString().slice(0, 7);
    if (!seen.has(month)) missing.add(month);
  }
  if (missing.size === 0) return;

  const own = setOf(making, manager.queryRunner ?? manager);
  const rows: { month: string; stands: boolean }[] = await manager.query(
    `select month, to_regclass('mention_' || replace(month, '-', '_')) is not null as stands
     from unnest($1::text[]) as wanted(month) order by month`,
    [[...missing]],
  );
  for (const { month, stands } of rows) {
    if (stands && !own.has(month)) seen.add(month);
    if (stands) continue;
    own.add(month);
    await manager.query(`select ensure_mention_partition(($1 || '-01T00:00:00Z')::timestamptz)`, [month]);
  }
}

function setOf(sets: WeakMap<object, Set<string>>, key: object): Set<string> {
  let set = sets.get(key);
  if (!set) sets.set(key, (set = new Set()));
  return set;
}
