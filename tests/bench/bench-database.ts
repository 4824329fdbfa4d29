import path from 'node:path';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import { ENTITIES } from '#schema';

export interface BenchDatabase {
  dataSource: DataSource;
  url: string;
  drop(): Promise<void>;
}

export interface BenchServer {
  /** A fresh, migrated database. With `keep`, one that is there is taken as it stands, and `drop` leaves it. */
  database(name: string, options?: { keep: boolean }): Promise<BenchDatabase>;
  version(): Promise<string>;
  stop(): Promise<void>;
}

/** A PostgreSQL server with the settings real data gets (fsync on), in a folder of its own. */
export async function benchServer(): Promise<BenchServer> {
  const server = await startEmbeddedPostgres({ directory: path.resolve('.cache/bench-postgres') });
  const admin = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  return {
    async database(name, { keep } = { keep: false }) {
      await admin(async (client) => {
        if (!keep) await client.query(`drop database if exists ${name} with (force)`);
        const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
        if (rowCount === 0) await client.query(`create database ${name}`);
      });
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      const dataSource = await createDataSource({ url: url.toString(), entities: ENTITIES }).initialize();
      await dataSource.runMigrations();
      return {
        dataSource,
        url: url.toString(),
        async drop() {
          await dataSource.destroy();
          if (keep) return;
          await admin((client) => client.query(`drop database if exists ${name} with (force)`));
        },
      };
    },
    version: () =>
      admin(async (client) => String((await client.query('show server_version')).rows[0].server_version)),
    stop: () => server.stop(),
  };
}
