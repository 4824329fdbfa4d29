import type { Transaction } from '#platform/database';
import type { JobQueue } from '#platform/jobs';
import { countCaused, readCaused } from './caused.js';
import type { CausedKind } from './caused-kinds.js';
import type { DrillPerson } from './drill-record.js';

/** Job kind: close what the drill of that id has caused. */
export const CLOSE_CAUSED = 'drill.close_caused';

/**
 * Asks, in the caller's transaction, which holds the lock of the drill and has ended it, that what it caused be closed
 * in the name of this person. Returns how much of each kind is open now.
 */
export async function askClosing(
  transaction: Transaction,
  jobs: Pick<JobQueue, 'enqueue'>,
  drillId: string,
  person: DrillPerson,
): Promise<Partial<Record<CausedKind, number>>> {
  const { manager } = transaction;
  const caused = await readCaused(manager, drillId);
  await manager.query(
    `update drill set closing_asked_by = $2, closing_asked_at = clock_timestamp(), caused_closed_at = null where id = $1`,
    [drillId, person.personId],
  );
  await jobs.enqueue({ kind: CLOSE_CAUSED, id: drillId }, transaction);
  return countCaused(caused);
}
