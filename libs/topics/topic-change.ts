import type { EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { publishEvents } from '#platform/live';
import { conflict, invalid, invalidField, notFound } from '#platform/problem';
import { describeQueryError } from './query-error.js';
import { parseTopicQuery } from './query-parser.js';
import type { TopicQuery } from './topic-query.js';
import { takeTopics } from './topic-set.js';

export interface TopicFields {
  name: string;
  description: string;
  query: string;
}

export interface TopicPatch extends Partial<TopicFields> {
  active?: boolean;
  /** The version that the change started from. */
  version: number;
}

type Person = { personId: string; name: string } | null;

interface StoredTopic extends TopicFields {
  active: boolean;
  version: number;
}

/**
 * Stores a new topic in the caller's transaction and marks the last week for matching; `actor` null for the system.
 * Refusals: `query-syntax`, `topic-name-taken`.
 */
export async function addTopic(manager: EntityManager, actor: Person, fields: TopicFields): Promise<string> {
  readQuery(fields.query);
  await takeTopics(manager);
  await refuseTakenName(manager, fields.name, null);
  const [row]: { id: string }[] = await manager.query(
    `insert into topic (name, description, query, rematch_done, rematch_total) values ($1, $2, $3, 0, 0) returning id`,
    [fields.name, fields.description, fields.query],
  );
  if (!row) throw new Error('the topic was not stored');
  await publishEvents(manager, [{ type: 'topic.changed', topicId: row.id }]);
  await recordDecision(manager, {
    actor,
    action: 'topic.created',
    subjectType: 'topic',
    subjectId: row.id,
    after: fields,
  });
  return row.id;
}

/**
 * Changes a topic in the caller's transaction. Returns whether the last week has to be matched again: the query
 * changed, or the topic became active again. Refusals: `topic-not-found`, `changed-meanwhile`, `query-syntax`,
 * `topic-name-taken`.
 */
export async function changeTopicRow(
  manager: EntityManager,
  actor: Person,
  topicId: string,
  patch: TopicPatch,
): Promise<{ rematch: boolean }> {
  if (patch.query !== undefined) readQuery(patch.query);
  await takeTopics(manager);
  const [before]: StoredTopic[] = await manager.query(
    `select name, description, query, active, version from topic where id = $1 for update`,
    [topicId],
  );
  if (!before) throw notFound('topic-not-found', 'There is no such topic.');
  if (before.version !== patch.version) {
    throw conflict('changed-meanwhile', 'Someone changed this topic meanwhile; read it again.', {
      version: before.version,
    });
  }
  const after = {
    name: patch.name ?? before.name,
    description: patch.description ?? before.description,
    query: patch.query ?? before.query,
    active: patch.active ?? before.active,
  };
  await refuseTakenName(manager, after.name, topicId);
  const rematch = after.active && (after.query !== before.query || !before.active);
  await manager.query(
    `update topic set name = $2, description = $3, query = $4, active = $5, version = version + 1, updated_at = now(),
       rematch_done = case when $6 then 0 else rematch_done end,
       rematch_total = case when $6 then 0 else rematch_total end
     where id = $1`,
    [topicId, after.name, after.description, after.query, after.active, rematch],
  );
  await publishEvents(manager, [{ type: 'topic.changed', topicId }]);
  const { version: _, ...stood } = before;
  await recordDecision(manager, {
    actor,
    action: 'topic.changed',
    subjectType: 'topic',
    subjectId: topicId,
    before: stood,
    after,
  });
  return { rematch };
}

/** The query, or a refusal that points at the character. */
export function readQuery(query: string): TopicQuery {
  const parsed = parseTopicQuery(query);
  if (parsed.ok) return parsed.query;
  const { code, at, length, params } = parsed.error;
  throw invalid(
    [{ field: 'query', code, detail: describeQueryError(parsed.error), params: { ...params, at, length } }],
    'query-syntax',
  );
}

async function refuseTakenName(manager: EntityManager, name: string, except: string | null): Promise<void> {
  const taken: unknown[] = await manager.query(
    `select 1 from topic where lower(name) = lower($1) and id is distinct from $2::bigint`,
    [name, except],
  );
  if (taken.length > 0) throw invalidField('name', 'topic-name-taken', 'is the name of another topic');
}
