import type { EntityManager } from 'typeorm';
import { recordDecisions } from '#audit';
import { clearAuthorsOf, unnamedReasonSql } from './erase-authors.js';
import { lockMentions, moveMentions, type HandlingMove } from './locked-mentions.js';

/** Which mentions: by the network's ids, or the oldest of a source that are not erased yet. */
export type ToErase =
  { network: string; externalIds: readonly string[] } | { sourceId: string; most: number };

interface ErasedRow {
  id: string;
}

/**
 * What its author took back must not be read here any more: text, author, address and the words that weighed are erased
 * for good, in the caller's transaction; counts, level and decisions stay. Whatever still waited for an answer is closed,
 * because there is nothing left to answer. Harmless to repeat. Returns how many were erased.
 */
export async function eraseMentions(manager: EntityManager, which: ToErase): Promise<number> {
  const wanted =
    'sourceId' in which
      ? `select m.id, m.published_at from mention m
         where m.source_id = $1 and m.erased_at is null order by m.published_at, m.id limit $2`
      : `select m.id, m.published_at from mention_identity i
         join mention m on m.id = i.mention_id and m.published_at = i.published_at
         where i.network = $1 and i.external_id = any($2::text[]) and m.erased_at is null`;
  const parameters =
    'sourceId' in which ? [which.sourceId, which.most] : [which.network, [...which.externalIds]];
  // In the order of their ids, as every lock on several mentions is taken.
  const rows: ErasedRow[] = await manager.query(
    `select m.id from mention m where (m.id, m.published_at) in (${wanted}) order by m.id for no key update`,
    parameters,
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await closeOpen(manager, ids);
  await manager.query(
    `update mention m set erased_at = clock_timestamp(), text = '', search = null, author_handle = null, author_name = null,
       author_followers = null, author_url = null, url = null, extra = null, fingerprint = null,
       assessment = jsonb_set(m.assessment, '{reasons}', (
         select coalesce(jsonb_agg(${unnamedReasonSql("(reason - 'words')")}), '[]') from jsonb_array_elements(m.assessment->'reasons') reason))
     from mention_identity i
     where i.mention_id = any($1::bigint[]) and m.id = i.mention_id and m.published_at = i.published_at`,
    [ids],
  );
  await clearAuthorsOf(manager, ids);
  await manager.query('delete from mention_edit where mention_id = any($1::bigint[])', [ids]);
  await manager.query('delete from mention_queue where mention_id = any($1::bigint[])', [ids]);
  await recordDecisions(
    manager,
    ids.map((id) => ({ actor: null, action: 'mention.erased', subjectType: 'mention', subjectId: id })),
  );
  return ids.length;
}

async function closeOpen(manager: EntityManager, ids: readonly string[]): Promise<void> {
  const locked = await lockMentions(manager, ids);
  const moves: HandlingMove[] = [...locked.values()]
    .filter(({ state }) => state === 'new' || state === 'in_progress')
    .map((mention) => ({ mention, to: { state: 'no_reply', assigneeId: mention.assigneeId } }));
  const versions = await moveMentions(manager, null, moves);
  await manager.query(
    `insert into decision (mention_id, person_id, action, reason, from_state, from_assignee_id, to_state,
       to_assignee_id, version_after)
     select w.id, null, 'no_reply', 'post_removed', w.from_state, w.assignee, 'no_reply', w.assignee, w.version
     from unnest($1::bigint[], $2::text[], $3::bigint[], $4::integer[])
       with ordinality as w(id, from_state, assignee, version, place)
     order by w.place`,
    [
      moves.map(({ mention }) => mention.id),
      moves.map(({ mention }) => mention.state),
      moves.map(({ mention }) => mention.assigneeId),
      moves.map(({ mention }) => versions.get(mention.id)),
    ],
  );
}
