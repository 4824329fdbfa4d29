import type { DataSource, EntityManager } from 'typeorm';
import { compileTopicQueries, type TopicIndex } from './query-index.js';
import { parseTopicQuery } from './query-parser.js';
import type { TopicQuery } from './topic-query.js';

/** The active topics, compiled, and the revision of the topics that they stand for. */
export interface TopicSet {
  revision: string;
  index: TopicIndex;
}

/**
 * Keeps the compiled topics of a process and makes them anew when the topics have changed. Whoever writes matches
 * to the database must hold them still meanwhile: see `holdTopics`.
 */
export class TopicSetCache {
  private current: TopicSet | undefined;

  /** The topics as of `revision`, or newer. */
  async at(database: DataSource | EntityManager, revision: string): Promise<TopicSet> {
    if (this.current?.revision !== revision) this.current = await loadTopicSet(database);
    return this.current;
  }
}

/** Reads and compiles the active topics. */
export async function loadTopicSet(database: DataSource | EntityManager): Promise<TopicSet> {
  const rows: { revision: string; id: string | null; query: string | null }[] = await database.query(
    `select r.number as revision, t.id, t.query from revision r left join topic t on t.active
     where r.name = 'topics' order by t.id`,
  );
  const entries = rows.flatMap(({ id, query }) => {
    const parsed = id !== null && query !== null ? parseTopicQuery(query) : null;
    return id !== null && parsed?.ok ? [{ id, query: parsed.query satisfies TopicQuery }] : [];
  });
  return { revision: rows[0]?.revision ?? '0', index: compileTopicQueries(entries) };
}

/**
 * Holds the topics still until the transaction ends, together with whoever else holds them, and tells their revision.
 * A change of topics waits for its turn and cannot be starved; after it, re-matching sees every match written before.
 */
export async function holdTopics(manager: EntityManager): Promise<string> {
  await manager.query(`select pg_advisory_xact_lock_shared(hashtext('passerelle topics'))`);
  // A statement of its own: its snapshot is then younger than the lock.
  const [row]: { number: string }[] = await manager.query(
    `select number from revision where name = 'topics'`,
  );
  return row?.number ?? '0';
}

/** Takes the topics for a change: nobody writes matches until the transaction ends. Raises their revision. */
export async function takeTopics(manager: EntityManager): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('passerelle topics'))`);
  await manager.query(`update revision set number = number + 1 where name = 'topics'`);
}
