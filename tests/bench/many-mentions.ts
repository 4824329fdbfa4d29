import type { DataSource, QueryRunner } from 'typeorm';
import type { BenchDatabase, BenchServer } from './bench-database.js';
import { aroundMentions, mentionsAndTallies } from './many-mentions-sql.js';
import { messages } from './many-messages-sql.js';

export interface ManyMentions {
  dataSource: DataSource;
  url: string;
  /** How many there are. */
  mentions: number;
  /** Null where the data of an earlier run was used again. */
  builtSeconds: number | null;
}

/**
 * Measures over mentions of 90 days, in a database of their own. With `keep` it stays for the next run with as many,
 * so that a plan can be looked at and changed between two runs.
 */
export async function withManyMentions(
  server: BenchServer,
  { mentions, keep }: { mentions: number; keep: boolean },
  measure: (many: ManyMentions) => Promise<void>,
): Promise<void> {
  const database = await server.database(`bench_mentions_${mentions}`, { keep });
  try {
    const builtSeconds = (await isEmpty(database, 'mention'))
      ? await fill(database, (runner) => makeMentions(runner, mentions))
      : null;
    // What was kept may be of a time before there were messages in it.
    if (await isEmpty(database, 'key_message'))
      await fill(database, async (runner) => {
        for (const statement of messages()) await runner.query(statement);
      });
    const [row]: { count: number }[] = await database.dataSource.query(
      'select count(*)::integer as count from mention',
    );
    await measure({
      dataSource: database.dataSource,
      url: database.url,
      mentions: row?.count ?? 0,
      builtSeconds,
    });
  } finally {
    await database.drop();
  }
}

async function isEmpty({ dataSource }: BenchDatabase, table: string): Promise<boolean> {
  const [row]: { empty: boolean }[] = await dataSource.query(
    `select not exists (select from ${table}) as empty`,
  );
  return row?.empty ?? true;
}

/** Seconds that it took. */
async function fill(
  { dataSource }: BenchDatabase,
  make: (runner: QueryRunner) => Promise<void>,
): Promise<number> {
  const started = performance.now();
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    for (const setting of QUICKLY) await runner.query(`set ${setting}`);
    // All or nothing: a kept database that is half full would be measured as if it were whole.
    await runner.query('begin');
    await make(runner);
    await runner.query('commit');
    // The visibility map as well: a list that is read from an index alone is one only with it.
    await runner.query('vacuum (analyze)');
    await runner.query('checkpoint');
  } finally {
    await runner.query('reset all').catch(() => undefined);
    await runner.release();
  }
  return Math.round((performance.now() - started) / 1000);
}

async function makeMentions(runner: QueryRunner, mentions: number): Promise<void> {
  const indexes: { name: string; definition: string }[] = await runner.query(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = 'mention'::regclass and not indisprimary`,
  );
  // An index made at the end is made ten times as fast as one kept up row by row.
  for (const { name } of indexes) await runner.query(`drop index ${name}`);
  for (const statement of [...mentionsAndTallies(mentions), ...aroundMentions()])
    await runner.query(statement);
  for (const { definition } of indexes) await runner.query(definition.replace(' ON ONLY ', ' ON '));
}

/** No triggers and foreign keys: what they would have done is done by the statements. */
const QUICKLY = [
  'session_replication_role = replica',
  'synchronous_commit = off',
  `maintenance_work_mem = '512MB'`,
  `work_mem = '256MB'`,
  `timezone = 'UTC'`,
];
