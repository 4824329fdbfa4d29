import type { EntityManager } from 'typeorm';
import { searchSql } from './assessment-write.js';
import { ERASED } from './erased-author.js';

/**
 * Takes the names of authors away, in the caller's transaction: from their own rows and from everything they posted.
 * Their posts keep pointing at the rows, so that whoever counts authors still counts them. The words of the posts stay:
 * they are erased with the posts.
 */
export async function eraseAuthors(manager: EntityManager, authorIds: readonly string[]): Promise<void> {
  if (authorIds.length === 0) return;
  await manager.query(
    `update mention set author_handle = null, author_name = null, author_url = null
     where author_id = any($1::bigint[])
       and (author_handle is not null or author_name is not null or author_url is not null)`,
    [authorIds],
  );
  // Names are found by the search too; what is not classified yet will be indexed without them.
  await manager.query(
    `update mention m set search = ${searchSql('m.language')}
     where author_id = any($1::bigint[]) and search is not null`,
    [authorIds],
  );
  await clearRows(manager, authorIds);
}

/**
 * For whoever erases posts: clears the authors of the given mentions of whom no post with a name is left. Call it in the
 * same transaction, after the author's columns of the mentions have been cleared.
 */
export async function clearAuthorsOf(manager: EntityManager, mentionIds: readonly string[]): Promise<void> {
  const rows: { id: string }[] = await manager.query(
    `select distinct m.author_id as id
     from mention_identity i join mention m on m.id = i.mention_id and m.published_at = i.published_at
     where i.mention_id = any($1::bigint[]) and m.author_id is not null
       and not exists (
         select from mention other where other.author_id = m.author_id
           and (other.author_handle is not null or other.author_url is not null or other.author_name is not null))`,
    [mentionIds],
  );
  await clearRows(
    manager,
    rows.map(({ id }) => id),
  );
}

/**
 * A reason as SQL, without saying for whom the author spoke: with the author that goes too. Its points stay, and so do
 * category and class.
 */
export function unnamedReasonSql(reason: string): string {
  return `case when ${reason}->>'code' = 'stakeholder'
    then jsonb_set(${reason}, '{params}', (${reason}->'params') - 'stakeholderId' || '{"stakeholder": "[…]"}')
    else ${reason} end`;
}

/** The key is a name too, and so is what the tallies call them. An account that posts again afterwards is a new author. */
async function clearRows(manager: EntityManager, authorIds: readonly string[]): Promise<void> {
  await manager.query(
    `update author_day d set author = '${ERASED}' || a.id
     from author a cross join (select 0::bigint as id union all select id from topic) t
     where a.id = any($1::bigint[]) and d.topic_id = t.id and d.realm = a.realm and d.network = a.network
       and d.author = coalesce(a.handle, a.name)`,
    [authorIds],
  );
  await manager.query(
    `update mention m set assessment = jsonb_set(m.assessment, '{reasons}', (
       select jsonb_agg(${unnamedReasonSql('reason')} order by place)
       from jsonb_array_elements(m.assessment->'reasons') with ordinality as told(reason, place)))
     where m.author_id = any($1::bigint[]) and m.assessment->'reasons' @> '[{"code": "stakeholder"}]'`,
    [authorIds],
  );
  // What told of whom they speak for quotes their names.
  await manager.query('delete from stakeholder_author where author_id = any($1::bigint[])', [authorIds]);
  await manager.query(
    `update author set key = '${ERASED}' || id, handle = null, name = null, url = null, bio = null, to_compare = true, to_attach = false,
       erased_at = coalesce(erased_at, clock_timestamp())
     where id = any($1::bigint[])`,
    [authorIds],
  );
}
