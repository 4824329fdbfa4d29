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
  /** A fresh, migrated database. */
  database(name: string): Promise<BenchDatabase>;
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
    async database(name) {
      await admin(async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
        await client.query(`create database ${name}`);
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
          await admin((client) => client.query(`drop database if exists ${name} with (force)`));
        },
      };
    },
    version: () =>
      admin(async (client) => String((await client.query('show server_version')).rows[0].server_version)),
    stop: () => server.stop(),
  };
}
