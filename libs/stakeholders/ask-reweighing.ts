import type { EntityManager } from 'typeorm';

/** Notes, in the caller's transaction, that these authors are to be weighed anew. */
export async function askReweighing(manager: EntityManager, authorIds: readonly string[]): Promise<void> {
  if (authorIds.length === 0) return;
  await manager.query(
    `insert into author_reweigh (author_id) select distinct id from unnest($1::bigint[]) as given(id) order by id
     on conflict (author_id) do update set asked_at = clock_timestamp()`,
    [authorIds],
  );
}

/** The same for all who speak for a stakeholder. */
export async function askReweighingOf(manager: EntityManager, stakeholderId: string): Promise<void> {
  await manager.query(
    `insert into author_reweigh (author_id)
     select author_id from stakeholder_author where stakeholder_id = $1 order by author_id
     on conflict (author_id) do update set asked_at = clock_timestamp()`,
    [stakeholderId],
  );
}
