import type { DataSource, EntityManager } from 'typeorm';
import { leavePickUp, type MessageIndex, MessageIndexCache, recordPickUp } from '#messages';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import type { CounterMove } from './counter-move.js';
import { moveCounters } from './counter-moves.js';
import { matchTopicQuery } from './query-match.js';
import { parseTopicQuery } from './query-parser.js';
import { type MatchableMention, topicDocument } from './topic-document.js';
import { WEEK_MS } from './topic-preview.js';

interface RematchRow extends MatchableMention {
  id: string;
  publishedAt: Date;
  realm: string;
  level: number;
  negative: boolean;
  voice: string;
  author: string | null;
  followers: number;
  matches: boolean;
}

interface Place {
  publishedAt: Date;
  id: string;
}

/** Where a walk over the last week stands. */
interface Walk {
  query: string;
  since: Date;
  after: Place;
}

export interface RematchOptions {
  /** Mentions per transaction. */
  pageSize?: number;
  signal?: AbortSignal;
}

/**
 * Matches the mentions of the last week against a topic's present query. Each page is one transaction in which the
 * counters move with the matches that appear or disappear; what is right already is left alone, so a walk that was
 * cut off is simply begun again. A query that changes meanwhile starts the walk over. Returns how many matches
 * appeared and disappeared.
 */
export async function rematchTopic(
  dataSource: DataSource,
  topicId: string,
  { pageSize = 500, signal }: RematchOptions = {},
): Promise<{ appeared: number; disappeared: number }> {
  const changed = { appeared: 0, disappeared: 0 };
  const messages = new MessageIndexCache();
  let walk: Walk | null = null;
  for (;;) {
    signal?.throwIfAborted();
    walk = await inTransaction(dataSource, async ({ manager }) => {
      const query = await lockedQuery(manager, topicId);
      if (query === null) return null;
      const current = walk?.query === query ? walk : await startWalk(manager, topicId, query);
      const page = await lockPage(manager, topicId, current, pageSize);
      const watched = await messages.held(manager);
      const outcome = await matchPage(manager, topicId, query, page, watched);
      changed.appeared += outcome.appeared;
      changed.disappeared += outcome.disappeared;
      return noteProgress(manager, topicId, current, page, pageSize);
    });
    if (walk === null) return changed;
  }
}

/** The topic's query, its row locked; null when there is nothing to match again. */
async function lockedQuery(manager: EntityManager, topicId: string): Promise<string | null> {
  const [topic]: { query: string; active: boolean }[] = await manager.query(
    `select query, active from topic where id = $1 and rematch_total is not null for update`,
    [topicId],
  );
  if (!topic) return null;
  if (topic.active) return topic.query;
  await endRematch(manager, topicId);
  return null;
}

async function startWalk(manager: EntityManager, topicId: string, query: string): Promise<Walk> {
  const since = new Date(Date.now() - WEEK_MS);
  await manager.query(
    `update topic set rematch_done = 0, rematch_total = (
       select count(*) from mention where assessed_at is not null and not own and published_at > $2
     ) where id = $1`,
    [topicId, since],
  );
  return { query, since, after: { publishedAt: new Date('9999-01-01T00:00:00Z'), id: '0' } };
}

/** The next mentions, the newest first; locked in the order of their ids, as every lock on several mentions is. */
async function lockPage(
  manager: EntityManager,
  topicId: string,
  walk: Walk,
  size: number,
): Promise<RematchRow[]> {
  const places: Place[] = await manager.query(
    `select id, published_at as "publishedAt" from mention
     where assessed_at is not null and not own and published_at > $1 and (published_at, id) < ($2, $3)
     order by published_at desc, id desc limit $4`,
    [walk.since, walk.after.publishedAt, walk.after.id, size],
  );
  const last = places.at(-1);
  if (!last) return [];
  await manager.query(
    `select 1 from mention where id = any($1::bigint[]) and published_at between $2 and $3 order by id for no key update`,
    [places.map(({ id }) => id), last.publishedAt, places[0]?.publishedAt],
  );
  // Read after the lock: only now do level and matches stand still.
  return manager.query(
    `select m.id, m.published_at as "publishedAt", m.realm, m.network, m.level, m.text, m.language,
       m.language_known as "languageKnown", m.author_handle as "authorHandle", m.author_name as "authorName",
       m.sentiment = 'negative' as negative, coalesce(m.assessment->>'authorKind', 'unknown') as voice,
       coalesce(m.author_handle, m.author_name) as author, coalesce(m.author_followers, 0) as followers,
       exists (
         select 1 from mention_topic t
         where t.topic_id = $4 and t.published_at = m.published_at and t.mention_id = m.id
       ) as matches
     from mention m where m.id = any($1::bigint[]) and m.published_at between $2 and $3
     order by m.published_at desc, m.id desc`,
    [places.map(({ id }) => id), last.publishedAt, places[0]?.publishedAt, topicId],
  );
}

async function matchPage(
  manager: EntityManager,
  topicId: string,
  query: string,
  page: readonly RematchRow[],
  watched: MessageIndex,
) {
  const parsed = parseTopicQuery(query);
  const differing = page.filter(
    (row) => row.matches !== (parsed.ok && matchTopicQuery(parsed.query, topicDocument(row))),
  );
  const appeared = differing.filter((row) => !row.matches);
  const disappeared = differing.filter((row) => row.matches);
  if (appeared.length > 0) {
    await manager.query(
      `insert into mention_topic (topic_id, published_at, mention_id, realm, state, level)
       select $1, m.published_at, m.id, m.realm, m.state, m.level
       from unnest($2::timestamptz[], $3::bigint[]) as found(published_at, id)
       join mention m on m.id = found.id and m.published_at = found.published_at`,
      [topicId, appeared.map((row) => row.publishedAt), appeared.map((row) => row.id)],
    );
  }
  if (disappeared.length > 0) {
    await manager.query(`delete from mention_topic where topic_id = $1 and mention_id = any($2::bigint[])`, [
      topicId,
      disappeared.map((row) => row.id),
    ]);
  }
  await moveCounters(
    manager,
    differing.map((row): CounterMove => ({ ...row, topicId, by: row.matches ? -1 : 1 })),
  );
  await leavePickUp(
    manager,
    topicId,
    disappeared.map(({ id }) => id),
  );
  await recordPickUp(
    manager,
    watched,
    appeared.map((row) => ({ ...row, topicIds: [topicId] })),
  );
  return { appeared: appeared.length, disappeared: disappeared.length };
}

/** Where the walk goes on; null at its end. */
async function noteProgress(
  manager: EntityManager,
  topicId: string,
  walk: Walk,
  page: readonly RematchRow[],
  size: number,
): Promise<Walk | null> {
  const last = page.at(-1);
  if (!last || page.length < size) {
    await endRematch(manager, topicId);
    return null;
  }
  await manager.query(`update topic set rematch_done = rematch_done + $2 where id = $1`, [
    topicId,
    page.length,
  ]);
  return { ...walk, after: { publishedAt: last.publishedAt, id: last.id } };
}

async function endRematch(manager: EntityManager, topicId: string): Promise<void> {
  await manager.query(`update topic set rematch_done = null, rematch_total = null where id = $1`, [topicId]);
  await publishEvents(manager, [{ type: 'topic.changed', topicId }]);
}
