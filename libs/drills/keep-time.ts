import type { EntityManager } from 'typeorm';
import { elapsedOf, seenAt, type Spell } from './drill-clock.js';
import type { DrillRecord, StoredSpell } from './drill-record.js';

/** Counts the running spell until `now`; returns the milliseconds of the scenario that have been played. */
export async function countTime(manager: EntityManager, drill: DrillRecord, now: Date): Promise<number> {
  const open = drill.spells.find((spell) => spell.open);
  if (!open) return elapsedOf(drill.spells, now.getTime());
  const { seen, next } = seenAt(open, now.getTime());
  await storeSpell(manager, { ...open, ...seen });
  if (next) await beginSpell(manager, drill, next);
  drill.spells = [...drill.spells.filter(({ id }) => id !== open.id), { ...open, ...seen }];
  if (next) drill.spells.push({ ...next, id: 'next' });
  return elapsedOf(drill.spells, now.getTime());
}

/** Counts until `now` and lets the clock stand. */
export async function stopTime(manager: EntityManager, drill: DrillRecord, now: Date): Promise<number> {
  const elapsed = await countTime(manager, drill, now);
  await manager.query('update drill_spell set open = false where drill_id = $1 and open', [drill.id]);
  drill.spells = drill.spells.map((spell) => ({ ...spell, open: false }));
  return elapsed;
}

/** Lets the clock run from `now`. */
export function startTime(
  manager: EntityManager,
  drill: DrillRecord,
  now: Date,
  speed: number,
): Promise<void> {
  const at = now.getTime();
  return beginSpell(manager, drill, {
    startedAt: at,
    countedAt: at,
    elapsedMs: elapsedOf(drill.spells, at),
    speed,
    open: true,
  });
}

async function storeSpell(manager: EntityManager, { id, countedAt, open }: StoredSpell): Promise<void> {
  await manager.query('update drill_spell set counted_at = $2, open = $3 where id = $1', [
    id,
    new Date(countedAt),
    open,
  ]);
}

async function beginSpell(manager: EntityManager, drill: DrillRecord, spell: Spell): Promise<void> {
  await manager.query(
    `insert into drill_spell (drill_id, started_at, counted_at, elapsed_ms, speed) values ($1, $2, $3, $4, $5)`,
    [
      drill.id,
      new Date(spell.startedAt),
      new Date(spell.countedAt),
      Math.round(spell.elapsedMs),
      spell.speed,
    ],
  );
}
