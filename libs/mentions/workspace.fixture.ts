import type { DataSource } from 'typeorm';
import { permissionsOf, type Role } from '#platform/contract';
import { createDataSource } from '#platform/database';
import type { Actor } from '#platform/http';
import { testDatabase } from '#platform/testing';
import type { IncomingMention } from './incoming-mention.js';

/** A database with people, for the specs of this folder. */
export interface SpecWorkspace {
  url: string;
  dataSource: DataSource;
  /** Adds a person of the given roles. */
  person(name: string, ...roles: Role[]): Promise<Actor>;
  connect(): Promise<DataSource>;
  close(): Promise<void>;
}

export async function specWorkspace(): Promise<SpecWorkspace> {
  const database = await testDatabase();
  const connections: DataSource[] = [];
  const connect = async () => {
    const dataSource = await createDataSource({ url: database.url, entities: [], poolSize: 4 }).initialize();
    connections.push(dataSource);
    return dataSource;
  };
  const dataSource = await connect();
  return {
    url: database.url,
    dataSource,
    connect,
    async person(name, ...roles) {
      const [row]: { id: string }[] = await dataSource.query(
        `insert into person (email, name, roles, locale) values ($1, $2, $3, 'fr') returning id`,
        [`${name.toLowerCase()}@example.org`, name, roles],
      );
      if (!row) throw new Error('no person');
      return {
        personId: row.id,
        name,
        roles,
        permissions: permissionsOf(roles),
        departmentIds: [],
        sessionId: '1',
      };
    },
    async close() {
      await Promise.all(connections.map((connection) => connection.destroy()));
      await database.drop();
    },
  };
}

/** A mention like any other; the number makes it another one. */
export function incoming(number: number, given: Partial<IncomingMention> = {}): IncomingMention {
  return {
    realm: 'live',
    network: 'x',
    externalId: `post-${number}`,
    author: { handle: `author${number % 7}`, name: 'Someone', followers: 10 },
    text: `Post number ${number}: the delivery never arrived and nobody answers my mails`,
    publishedAt: new Date(Date.UTC(2026, 2 + (number % 3), 1 + (number % 20), 10, number % 60)),
    ...given,
  };
}

/** The counters as they stand, without empty cells, and as a recount of the mentions says they should be. */
export async function countersAndRecount(
  dataSource: DataSource,
): Promise<{ counted: unknown[]; recounted: unknown[] }> {
  const cell = `minute, realm, topic_id, network, language, level`;
  const [counted, recounted] = await Promise.all([
    dataSource.query(`select ${cell}, mentions from mention_counter where mentions <> 0 order by ${cell}`),
    dataSource.query(
      `select ${cell}, count(*)::integer as mentions from (
         select date_trunc('minute', m.published_at) as minute, m.realm, 0::bigint as topic_id, m.network, m.language, m.level
         from mention m where m.assessed_at is not null and not m.own
         union all
         select date_trunc('minute', m.published_at), m.realm, t.topic_id, m.network, m.language, m.level
         from mention m join mention_topic t on t.mention_id = m.id and t.published_at = m.published_at
       ) as recount group by ${cell} order by ${cell}`,
    ),
  ]);
  return { counted, recounted };
}
