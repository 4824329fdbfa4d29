import type { EntityManager } from 'typeorm';
import type { FigureScope, Snapshot } from '#figures';
import { takeSnapshot } from './dashboard-view.js';

/** Coming back within this time is still the same look: a page that is loaded again has not been read twice. */
const SAME_LOOK_MS = 10 * 60_000;

/** Notes a look and tells what was seen at the one before. Two at once: the second finds what the first noted. */
export async function noteLook(
  manager: EntityManager,
  personId: string,
  scope: FigureScope,
  range: string,
  now: Date,
): Promise<Snapshot | null> {
  const name = [scope.realm, scope.topicId ?? '', scope.networks.join(), scope.languages.join()].join(' ');
  const snapshot = await takeSnapshot(manager, scope, range, now);
  const [row]: { earlier: Snapshot | null }[] = await manager.query(
    `with noted as (
       insert into dashboard_look as l (person_id, scope, at, snapshot) values ($1, $2, $3, $4::jsonb)
       on conflict (person_id, scope) do update set
         earlier = case when l.at < $5 then l.snapshot else l.earlier end,
         snapshot = excluded.snapshot, at = excluded.at
       returning earlier
     ) select earlier from noted`,
    [personId, name, now, JSON.stringify(snapshot), new Date(now.getTime() - SAME_LOOK_MS)],
  );
  return row?.earlier ?? null;
}
