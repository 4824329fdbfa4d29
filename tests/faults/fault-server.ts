import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded-postgres';
import { ENTITIES } from '#schema';

const DIRECTORY = '.cache/fault-postgres';
const PATIENCE_MS = 60_000;

/** A PostgreSQL server of the suite's own, which is stopped under everybody's feet now and then. */
export class FaultServer {
  restarts = 0;

  private constructor(
    private server: EmbeddedPostgres,
    readonly dataSource: DataSource,
    readonly url: string,
    private readonly name: string,
  ) {}

  static async start(): Promise<FaultServer> {
    const server = await launch();
    const name = `faults_${randomBytes(4).toString('hex')}`;
    await asAdministrator(server.url, `create database ${name}`);
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    const dataSource = await createDataSource({ url: url.toString(), entities: ENTITIES }).initialize();
    await dataSource.runMigrations();
    return new FaultServer(server, dataSource, url.toString(), name);
  }

  /** Stops the server, with everything that is under way in it, and starts it again. */
  async restart(): Promise<void> {
    this.restarts += 1;
    await this.server.stop();
    this.server = await launch();
  }

  /** Ends every connection of a worker. */
  async cut(worker: string): Promise<void> {
    await this.steady(() =>
      this.dataSource.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1',
        [worker],
      ),
    );
  }

  /** Does it again until the server is there. What must not be done twice carries a key of its own. */
  async steady<T>(work: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!isLoss(error) || Date.now() > deadline) throw error;
        await sleep(100);
      }
    }
  }

  async stop(): Promise<void> {
    await this.dataSource.destroy().catch(() => undefined);
    await this.steady(() =>
      asAdministrator(this.server.url, `drop database if exists ${this.name} with (force)`),
    );
    await this.server.stop();
  }
}

function launch(): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    directory: path.resolve(DIRECTORY),
    // What is committed stays through a restart of the server; only a power cut would need more.
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '200' },
  });
}

async function asAdministrator(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The connection was lost or could not be made; anything else is an answer. */
function isLoss(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    /^(57P0\d|08\d{3}|ECONNREFUSED|ECONNRESET|EPIPE)$/.test(code ?? '') ||
    /terminat|ECONNRE|not queryable|starting up|shutting down|already released/i.test(message ?? '')
  );
}
