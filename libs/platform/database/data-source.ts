import pg from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { MIGRATIONS } from '../../../migrations/index.js';
import { SnakeNaming } from './snake-naming.js';

export interface DatabaseOptions {
  url: string;
  entities: readonly EntityTarget<ObjectLiteral>[];
  /** Connections at most in this process; 10 unless told. */
  poolSize?: number;
  applicationName?: string;
}

/**
 * A connection that the server ends is replaced by the pool, and fails the query that it was at. In the moment between
 * being made and being handed over nobody listens to it, and an error that nobody listens to would end the process.
 */
class PooledClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/**
 * Settings of every connection. Data lies on drives without a moving head, where a page out of order costs little more
 * than the next one: the index that has all that a figure asks for is then taken. Compiling a statement costs more than
 * any of ours takes.
 */
const SETTINGS = ['timezone=UTC', 'random_page_cost=1.1', 'work_mem=16MB', 'jit=off'];

/** A data source that is not connected yet; call `initialize()`, and `runMigrations()` where this process may. */
export function createDataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: [...options.entities] as never,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
    poolSize: options.poolSize ?? 10,
    applicationName: options.applicationName ?? 'passerelle',
    extra: { options: SETTINGS.map((setting) => `-c ${setting}`).join(' '), Client: PooledClient },
  });
}
