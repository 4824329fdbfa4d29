import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { runDue } from '#escalation';
import { createDataSource } from '#platform/database';

/** Few in a batch, so that a kill falls between batches and into them. */
const BATCH = 25;

/**
 * A worker to be killed: handles what is due by the clock that stands in the database, again and again, and tells its
 * parent when it begins to. Losing the database is nothing to it: it asks again. It ends with its parent.
 */
const [url = '', plant] = process.argv.slice(2);
process.on('disconnect', () => process.exit());

for (;;) {
  try {
    const dataSource = await createDataSource({ url, entities: [], poolSize: 2 }).initialize();
    try {
      for (;;) {
        const [clock]: { now: Date }[] = await dataSource.query('select now from soak_clock');
        if (clock) {
          process.send?.('working');
          if (plant === 'fire-unclaimed') await fireUnclaimed(dataSource, clock.now);
          await runDue(dataSource, () => clock.now, { batch: BATCH });
        }
        await sleep(20 + Math.random() * 30);
      }
    } finally {
      await dataSource.destroy().catch(() => undefined);
    }
  } catch {
    await sleep(100);
  }
}

/** The planted mistake: says that it has asked before the question is its own. */
async function fireUnclaimed(dataSource: DataSource, now: Date): Promise<void> {
  await dataSource.query(
    `insert into escalation_log (escalation_id, ask_id, at, kind, round, step, repetition)
     select escalation_id, id, $1, 'asked', round, step, repetition from escalation_ask
     where state = 'open' and next_at <= $1 limit 5`,
    [now],
  );
}
