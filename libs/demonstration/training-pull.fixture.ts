import type { DataSource } from 'typeorm';
import { drainQueue } from '#mentions';
import { ConnectorRegistry, PullSource, type SourceAccess, TrainingNetwork } from '#networks';

/** For tests: what was posted on the training network comes in the way every post comes in, and is judged. */
export async function pullTraining(dataSource: DataSource): Promise<void> {
  await dataSource.query('update source set next_pull_at = now()');
  const network = new TrainingNetwork(dataSource);
  const api = { after: (id: string, limit: number) => network.after(id, limit) };
  const registry = new ConnectorRegistry(api as never, {} as never, {} as never);
  const [source] = await dataSource.query(`select id from source where network = 'training'`);
  const access = { open: () => Promise.resolve(null) } as unknown as SourceAccess;
  await new PullSource(dataSource, registry, access).run(source.id, new AbortController().signal);
  await drainQueue(dataSource);
}
