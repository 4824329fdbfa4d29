import { parseArgs } from 'node:util';
import { runOneBatch } from '#escalation';
import { createDataSource } from '#platform/database';
import { benchServer } from './bench-database.js';
import { insertManyEscalations } from './many-escalations.js';

/**
 * Due steps handled a second by several workers, and how late the steps are when everything is due at one moment, from
 * that moment to the commit. `npm run bench -- escalations [--count N] [--workers N] [--batch N]`
 */
export async function benchEscalations(flags: string[]): Promise<void> {
  const { values } = parseArgs({
    args: flags,
    options: {
      count: { type: 'string', default: '10000' },
      workers: { type: 'string', default: '2' },
      batch: { type: 'string', default: '500' },
    },
  });
  const [count, workers, batch] = [Number(values.count), Number(values.workers), Number(values.batch)];
  const server = await benchServer();
  try {
    const database = await server.database('bench_escalations');
    const dueAt = new Date();
    await insertManyEscalations(database.dataSource, { count, dueAt, level: 3, delayMinutes: 15 });
    const connections = await Promise.all(
      Array.from({ length: workers }, () =>
        createDataSource({ url: database.url, entities: [], poolSize: 2 }).initialize(),
      ),
    );
    const lateness: number[] = [];
    const started = performance.now();
    await Promise.all(
      connections.map(async (connection) => {
        for (;;) {
          const moved = await runOneBatch(connection, () => new Date(), batch);
          const after = performance.now() - started;
          for (const { move } of moved) if (move.kind === 'ask') lateness.push(after);
          if (moved.length === 0) return;
        }
      }),
    );
    const seconds = (performance.now() - started) / 1000;
    lateness.sort((a, b) => a - b);
    const quantile = (fraction: number) =>
      Math.round(lateness[Math.min(lateness.length - 1, Math.floor(fraction * lateness.length))] ?? 0);
    console.log(
      JSON.stringify({
        bench: 'escalations',
        due: count,
        handled: lateness.length,
        workers,
        batch,
        postgres: await server.version(),
        stepsPerSecond: Math.round(lateness.length / seconds),
        latenessMs: { p50: quantile(0.5), p99: quantile(0.99), last: quantile(1) },
      }),
    );
    await Promise.all(connections.map((connection) => connection.destroy()));
    await database.drop();
  } finally {
    await server.stop();
  }
}
