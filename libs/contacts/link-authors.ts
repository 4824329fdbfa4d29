import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import { conflict, invalidField, notFound } from '#platform/problem';

export type LinkedVia = 'hand' | 'proposal' | 'file';

/**
 * Puts accounts into a locked contact. Refuses one that is unknown, of the other realm, or in another contact; those
 * that are in it already stay. Returns the ids of the accounts that are new in it.
 */
export async function linkAuthors(
  manager: EntityManager,
  contact: { id: string; realm: Realm },
  authorIds: readonly string[],
  { via, personId }: { via: LinkedVia; personId: string },
): Promise<string[]> {
  if (authorIds.length === 0) return [];
  const authors: { id: string; realm: Realm }[] = await manager.query(
    `select id, realm from author where id = any($1::bigint[]) and erased_at is null`,
    [authorIds],
  );
  const known = new Map(authors.map((author) => [author.id, author]));
  if (authorIds.some((id) => !known.has(id))) throw notFound('author-not-found', 'There is no such account.');
  if (authors.some(({ realm }) => realm !== contact.realm)) {
    throw invalidField(
      'authorId',
      'author-of-other-realm',
      'accounts of the training network and real contacts do not mix',
    );
  }
  // Whoever comes second waits here for the first, and then finds the account taken.
  const linked: { id: string }[] = await manager.query(
    `insert into contact_author (author_id, realm, contact_id, via, linked_by)
     select id, $2, $3, $4, $5 from unnest($1::bigint[]) as given(id) order by id
     on conflict (author_id) do nothing returning author_id as id`,
    [[...new Set(authorIds)], contact.realm, contact.id, via, personId],
  );
  const [elsewhere]: { id: string; contactId: string }[] = await manager.query(
    `select author_id as id, contact_id as "contactId" from contact_author
     where author_id = any($1::bigint[]) and contact_id <> $2 limit 1`,
    [authorIds, contact.id],
  );
  if (elsewhere) {
    throw conflict('author-linked', 'This account belongs to another contact already.', {
      authorId: elsewhere.id,
      contactId: elsewhere.contactId,
    });
  }
  return linked.map(({ id }) => id);
}

/** Notes that accounts are not one person: none of the first is proposed for any of the second again. */
export async function dismissPairs(
  manager: EntityManager,
  realm: Realm,
  first: readonly string[],
  second: readonly string[],
  personId: string,
): Promise<void> {
  await manager.query(
    `insert into contact_proposal (realm, first_author_id, second_author_id, confidence, reasons, state, decided_by,
       decided_at)
     select distinct $1, least(a, b), greatest(a, b), 1, '[]'::jsonb, 'dismissed', $4::bigint, clock_timestamp()
     from unnest($2::bigint[]) a cross join unnest($3::bigint[]) b where a <> b
     order by 2, 3
     on conflict (first_author_id, second_author_id)
     do update set state = 'dismissed', decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
    [realm, first, second, personId],
  );
}

export async function authorIdsOf(manager: EntityManager, contactId: string): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    'select author_id as id from contact_author where contact_id = $1 order by author_id',
    [contactId],
  );
  return rows.map(({ id }) => id);
}
