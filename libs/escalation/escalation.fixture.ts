import type { DataSource } from 'typeorm';
import { permissionsOf, type Role } from '#platform/contract';
import { createDataSource } from '#platform/database';
import type { Actor } from '#platform/http';
import { testDatabase } from '#platform/testing';
import type { Step } from './policy.js';
import { MEASURES } from './report-measures.js';

/** For tests: a database with departments, people and policies, and a clock of its own. */
export interface EscalationWorkspace {
  url: string;
  dataSource: DataSource;
  /** Another connection pool, as another worker has it. */
  connect(): Promise<DataSource>;
  department(key: string): Promise<string>;
  person(name: string, role: Role, ...departmentIds: string[]): Promise<Actor>;
  policy(
    name: string,
    steps: readonly Step[],
    change?: { isDefault?: boolean; levelMin?: number },
  ): Promise<string>;
  /** An escalated mention of its own, as the inbox leaves it. */
  mention(text?: string, level?: number): Promise<string>;
  close(): Promise<void>;
}

/** The escalations that are overdue: as the database noted them, and as the measure of the report finds them. */
export async function overdueCounted(
  dataSource: DataSource,
): Promise<{ noted: string[]; measured: string[] }> {
  const ids = async (sql: string) => {
    const rows: { id: string }[] = await dataSource.query(sql);
    return rows.map(({ id }) => id);
  };
  return {
    noted: await ids(`select escalation_id as id from escalation_overdue where until is null order by 1`),
    measured: await ids(
      `select distinct a.escalation_id as id from escalation_ask a where ${MEASURES.overdue} order by 1`,
    ),
  };
}

let number = 0;

export async function escalationWorkspace(): Promise<EscalationWorkspace> {
  const database = await testDatabase();
  const connections: DataSource[] = [];
  const connect = async () => {
    const dataSource = await createDataSource({ url: database.url, entities: [], poolSize: 6 }).initialize();
    connections.push(dataSource);
    return dataSource;
  };
  const dataSource = await connect();
  const insert = async (sql: string, values: unknown[]): Promise<string> => {
    const [row]: { id: string }[] = await dataSource.query(sql, values);
    if (!row) throw new Error('nothing was inserted');
    return row.id;
  };
  return {
    url: database.url,
    dataSource,
    connect,
    department: (key) =>
      insert(`insert into department (key, name_fr, name_en) values ($1, $1, $1) returning id`, [key]),
    async person(name, role, ...departmentIds) {
      const personId = await insert(
        `insert into person (email, name, roles, locale) values (lower($1) || '@example.org', $1, $2, 'fr') returning id`,
        [name, [role]],
      );
      await dataSource.query(`insert into person_department select $1, unnest($2::bigint[])`, [
        personId,
        departmentIds,
      ]);
      const permissions = permissionsOf([role]);
      return { personId, name, roles: [role], permissions, departmentIds, sessionId: '1' };
    },
    policy: (name, steps, { isDefault = false, levelMin = 0 } = {}) =>
      insert(
        `insert into escalation_policy (name, steps, decide_minutes, is_default, level_min)
         values ($1, $2, 30, $3, $4) returning id`,
        [name, JSON.stringify(steps), isDefault, levelMin],
      ),
    async mention(text = 'My refund never came', level = 1) {
      number += 1;
      const publishedAt = '2026-05-04T08:00:00Z';
      await dataSource.query(`select ensure_mention_partition($1)`, [publishedAt]);
      const id = await insert(
        `insert into mention_identity (network, external_id, published_at) values ('training', $1, $2)
         returning mention_id as id`,
        [`post-${number}`, publishedAt],
      );
      await dataSource.query(
        `insert into mention (id, published_at, realm, network, external_id, text, level, language, assessed_at, assessment)
         values ($1, $2, 'training', 'training', $3, $4, $5, 'en', now(), '{"reasons": []}')`,
        [id, publishedAt, `post-${number}`, text, level],
      );
      return id;
    },
    async close() {
      await Promise.all(connections.map((connection) => connection.destroy()));
      await database.drop();
    },
  };
}
