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
  return inTransaction(dataSource, async ({ manager }) => {
    const ids: string[] = [];
    const moves: CounterMove[] = [];
    for (const mention of mentions) {
      given += 1;
      const network = realm === 'training' ? 'training' : (mention.network ?? 'x');
      const level = mention.level ?? 0;
      await manager.query(`select ensure_mention_partition($1)`, [mention.at]);
      const [row]: { id: string }[] = await manager.query(
        `insert into mention_identity (network, external_id, published_at) values ($1, $2, $3) returning mention_id as id`,
        [network, `given-${given}`, mention.at],
      );
      const id = row?.id ?? '';
      const text = mention.text ?? `word${given} other${given} third${given} fourth${given} fifth${given}`;
      await manager.query(
        `insert into mention (id, published_at, realm, network, external_id, author_handle, text, severity, level, sentiment,
           language, fingerprint, assessed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'en', $11, now())`,
        [
          id,
          mention.at,
          realm,
          network,
          `given-${given}`,
          mention.author ?? `author${given}`,
          text,
          mention.severity ?? 5,
          level,
          mention.sentiment ?? 'negative',
          fingerprintOf(text),
        ],
      );
      await manager.query(
        `insert into mention_topic (topic_id, published_at, mention_id) values ($1, $2, $3)`,
        [topicId, mention.at, id],
      );
      moves.push({ publishedAt: mention.at, realm, topicId, network, language: 'en', level, by: 1 });
      ids.push(id);
    }
    await moveCounters(manager, moves);
    await askEvaluation(manager, moves);
    return ids;
  });
}
