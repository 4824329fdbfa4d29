import type { DataSource } from 'typeorm';
import { permissionsOf, type Role } from '#platform/contract';
import { createDataSource, inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { testDatabase } from '#platform/testing';
import { addTopic, type CounterMove, moveCounters } from '#topics';
import { askEvaluation } from './ask-evaluation.js';
import { fingerprintOf } from './fingerprint.js';

/** A database with topics and assessed mentions, for the specs of this folder. */
export interface LevelsWorkspace {
  dataSource: DataSource;
  connect(): Promise<DataSource>;
  person(name: string, ...roles: Role[]): Promise<Actor>;
  topic(name: string): Promise<string>;
  close(): Promise<void>;
}

export async function levelsWorkspace(): Promise<LevelsWorkspace> {
  const database = await testDatabase();
  const connections: DataSource[] = [];
  const connect = async () => {
    const dataSource = await createDataSource({ url: database.url, entities: [], poolSize: 4 }).initialize();
    connections.push(dataSource);
    return dataSource;
  };
  const dataSource = await connect();
  return {
    dataSource,
    connect,
    async person(name, ...roles) {
      const [row]: { id: string }[] = await dataSource.query(
        `insert into person (email, name, roles, locale) values ($1, $2, $3, 'fr') returning id`,
        [`${name.toLowerCase()}@example.org`, name, roles],
      );
      if (!row) throw new Error('no person');
      const permissions = permissionsOf(roles);
      return { personId: row.id, name, roles, permissions, departmentIds: [], sessionId: '1' };
    },
    async topic(name) {
      const id = await inTransaction(dataSource, ({ manager }) =>
        addTopic(manager, null, { name, description: '', query: name }),
      );
      await dataSource.query(`update topic set rematch_total = null, rematch_done = null where id = $1`, [
        id,
      ]);
      return id;
    },
    async close() {
      await Promise.all(connections.map((connection) => connection.destroy()));
      await database.drop();
    },
  };
}

export interface GivenMention {
  at: Date;
  severity?: number;
  level?: number;
  author?: string;
  network?: string;
  text?: string;
  sentiment?: string;
}

let given = 0;

/** Assessed mentions of a topic, as classification writes them: with matches, counters and asks. Returns their ids. */
export async function addMentions(
  dataSource: DataSource,
  topicId: string,
  realm: 'live' | 'training',
  mentions: readonly GivenMention[],
): Promise<string[]> {
  const rows = mentions.map((mention) => {
    given += 1;
    const text = mention.text ?? `word${given} other${given} third${given} fourth${given} fifth${given}`;
    return {
      published_at: mention.at,
      realm,
      network: realm === 'training' ? 'training' : (mention.network ?? 'x'),
      external_id: `given-${given}`,
      author_handle: mention.author ?? `author${given}`,
      text,
      severity: mention.severity ?? 5,
      level: mention.level ?? 0,
      sentiment: mention.sentiment ?? 'negative',
      fingerprint: fingerprintOf(text),
    };
  });
  return inTransaction(dataSource, async ({ manager }) => {
    await manager.query(`select ensure_mention_partition($1)`, [mentions[0]?.at]);
    const stored: { id: string }[] = await manager.query(
      `with given as (
         select * from jsonb_to_recordset($1::jsonb) as g(published_at timestamptz, realm text, network text,
           external_id text, author_handle text, text text, severity smallint, level smallint, sentiment text, fingerprint text)
       ), named as (
         insert into mention_identity (network, external_id, published_at)
         select network, external_id, published_at from given returning mention_id, network, external_id
       ), stored as (
         insert into mention (id, published_at, realm, network, external_id, author_handle, text, severity, level, sentiment,
           language, fingerprint, assessed_at)
         select mention_id, published_at, realm, network, external_id, author_handle, text, severity, level, sentiment, 'en',
           fingerprint, now()
         from given join named using (network, external_id) returning id, published_at
       )
       insert into mention_topic (topic_id, published_at, mention_id) select $2, published_at, id from stored
       returning mention_id as id`,
      [JSON.stringify(rows), topicId],
    );
    const moves = rows.map(({ published_at, network, level, sentiment, author_handle }): CounterMove => ({
      ...{ publishedAt: published_at, realm, topicId, network, level },
      ...{ language: 'en', by: 1, negative: sentiment === 'negative' },
      ...{ voice: 'unknown', author: author_handle, followers: 0 },
    }));
    await moveCounters(manager, moves);
    await askEvaluation(manager, moves);
    return stored.map(({ id }) => id);
  });
}
