import type { EntityManager } from 'typeorm';
import { publishEvents } from '#platform/live';
import { notFound } from '#platform/problem';
import type { Evaluation, Scenario } from './contract.js';
import type { Spell } from './drill-clock.js';
import type { DrillState } from './life-cycle.js';
import type { AnswersByQuestion } from './outcomes.js';

export interface DrillPerson {
  personId: string;
  name: string;
}

/** A drill as its rules need it. */
export interface DrillRecord {
  id: string;
  title: string;
  state: DrillState;
  language: 'fr' | 'en';
  speed: number;
  scenario: Scenario;
  answers: AnswersByQuestion;
  startedAt: Date | null;
  endedAt: Date | null;
  evaluation: Evaluation | null;
  spells: StoredSpell[];
  /** The database's clock: those of several workers differ. */
  now: Date;
}

export interface StoredSpell extends Spell {
  id: string;
}

type Row = Omit<DrillRecord, 'spells' | 'now'>;

const COLUMNS = `id, title, state, language, speed, scenario, answers, started_at as "startedAt", ended_at as "endedAt",
  evaluation`;

/** The drill, locked until the transaction ends: moves, injects and the cycle come one after another. */
export async function lockDrill(manager: EntityManager, drillId: string): Promise<DrillRecord> {
  const [row]: Row[] = await manager.query(`select ${COLUMNS} from drill where id = $1 for update`, [
    drillId,
  ]);
  if (!row) throw drillNotFound();
  return complete(manager, row);
}

/** Until the transaction ends no drill begins. Taken after the lock of a drill, never before it. */
export async function holdStarts(manager: EntityManager): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('drill under way'))`);
}

/** The drill whose clock runs, locked; null when there is none, or when another worker is at it. */
export async function claimRunningDrill(manager: EntityManager): Promise<DrillRecord | null> {
  const [row]: Row[] = await manager.query(
    `select ${COLUMNS} from drill where state = 'running' for update skip locked`,
  );
  return row ? complete(manager, row) : null;
}

/** The drill as it stands, without a lock. */
export async function readRecord(manager: EntityManager, drillId: string): Promise<DrillRecord> {
  const [row]: Row[] = await manager.query(`select ${COLUMNS} from drill where id = $1`, [drillId]);
  if (!row) throw drillNotFound();
  return complete(manager, row);
}

/** The clock is read once the lock is held: a wait for it must not look like a clock that jumped back. */
async function complete(manager: EntityManager, row: Row): Promise<DrillRecord> {
  const [clock]: { now: Date }[] = await manager.query('select clock_timestamp() as now');
  if (!clock) throw new Error('the database did not tell the time');
  return { ...row, now: clock.now, spells: await readSpells(manager, row.id) };
}

async function readSpells(manager: EntityManager, drillId: string): Promise<StoredSpell[]> {
  const rows: {
    id: string;
    startedAt: Date;
    countedAt: Date;
    elapsedMs: string;
    speed: number;
    open: boolean;
  }[] = await manager.query(
    `select id, started_at as "startedAt", counted_at as "countedAt", elapsed_ms as "elapsedMs", speed, open
       from drill_spell where drill_id = $1 order by id`,
    [drillId],
  );
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.getTime(),
    countedAt: row.countedAt.getTime(),
    elapsedMs: Number(row.elapsedMs),
  }));
}

/** What has become of the injects, by key. */
export async function readSettled(
  manager: EntityManager,
  drillId: string,
): Promise<Map<string, 'posted' | 'skipped'>> {
  const rows: { key: string; outcome: 'posted' | 'skipped' }[] = await manager.query(
    'select key, outcome from drill_inject where drill_id = $1',
    [drillId],
  );
  return new Map(rows.map(({ key, outcome }) => [key, outcome]));
}

export function drillNotFound() {
  return notFound('drill-not-found', 'There is no such drill.');
}

export function tellDrill(manager: EntityManager, drillId: string): Promise<void> {
  return publishEvents(manager, [{ type: 'drill.changed', drillId }]);
}
