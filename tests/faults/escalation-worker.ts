import { setTimeout as sleep } from 'node:timers/promises';
import { runDue } from '#escalation';
import { createDataSource } from '#platform/database';

/**
 * A worker to be killed: handles what is due by the clock that stands in the database, again and again. Losing the
 * database is nothing to it: it asks again.
 */
const [url = '', batch = '100'] = process.argv.slice(2);

for (;;) {
  try {
    const dataSource = await createDataSource({ url, entities: [], poolSize: 2 }).initialize();
    try {
      for (;;) {
        const [clock]: { now: Date }[] = await dataSource.query('select now from soak_clock');
        if (clock) await runDue(dataSource, () => clock.now, { batch: Number(batch) });
        await sleep(20 + Math.random() * 30);
      }
    } finally {
      await dataSource.destroy().catch(() => undefined);
    }
  } catch {
    await sleep(100);
  }
}
