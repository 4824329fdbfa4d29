import type { EntityManager } from 'typeorm';
import { publishEvents } from '#platform/live';

/** Tells every worker and screen that the lexicon changed; part of the transaction that changes it. */
export async function raiseLexiconRevision(manager: EntityManager): Promise<void> {
  await manager.query(`update revision set number = number + 1 where name = 'lexicon'`);
  await publishEvents(manager, [{ type: 'lexicon.changed' }]);
}
