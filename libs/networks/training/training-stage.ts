import type { EntityManager } from 'typeorm';
import { publishEvents } from '#platform/live';

/**
 * Clears the training network for a drill: it is read by a source, and no scenario of the demonstration plays into it.
 * Returns whether one had to be paused.
 */
export async function clearStage(manager: EntityManager): Promise<boolean> {
  await manager.query(
    `insert into source (network, realm, name, pull_every_seconds)
     select 'training', 'training', 'Réseau d’entraînement · Training network', 2
     where not exists (select from source where network = 'training')`,
  );
  const [paused]: [unknown[], number] = await manager.query(
    `update scenario_run set state = 'paused' where state = 'playing' returning id`,
  );
  if (paused.length > 0) await publishEvents(manager, [{ type: 'scenario.changed' }]);
  return paused.length > 0;
}

/** What was posted is read at once. */
export async function pullTrainingSoon(manager: EntityManager): Promise<void> {
  await manager.query(
    `update source set next_pull_at = now() where network = 'training' and state = 'active'`,
  );
}
