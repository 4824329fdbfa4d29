import type { DataSource } from 'typeorm';
import { inTransaction } from '#platform/database';
import { moveState } from './moves.js';
import { PROPOSE_LEVEL } from './targets.js';

/** Incidents that were being concluded go on when the level of their topic has risen again. */
export async function resumeRisen(dataSource: DataSource, now: Date): Promise<void> {
  const risen: { id: string; level: number }[] = await dataSource.query(
    `select i.id, l.level from incident i join topic_level l on l.topic_id = i.topic_id and l.realm = i.realm
     where i.state = 'closing' and l.level >= $1 order by i.id`,
    [PROPOSE_LEVEL],
  );
  for (const { id, level } of risen) {
    await inTransaction(dataSource, async ({ manager }) => {
      // Asked again under the lock: another worker may have been first, or somebody has closed it.
      const [still]: unknown[] = await manager.query(
        `select from incident where id = $1 and state = 'closing' for no key update`,
        [id],
      );
      if (still) await moveState(manager, null, id, { move: 'resume', reason: `level ${level}` }, now);
    });
  }
}
