import type { EntityManager } from 'typeorm';
import type { AttachReason } from '#contract/stakeholders';
import type { Realm } from '#platform/contract';
import { conflict, invalidField, notFound } from '#platform/problem';
import { askReweighing } from './ask-reweighing.js';

/**
 * Says that an account speaks for a locked stakeholder. Refuses one that is unknown, of the other realm, or speaks for
 * another one. Returns whether that is new.
 */
export async function attachOne(
  manager: EntityManager,
  stakeholder: { id: string; realm: Realm },
  authorId: string,
  given: { how: 'hand' | 'proposal'; reasons: readonly AttachReason[]; personId: string },
): Promise<boolean> {
  const [author]: { realm: Realm }[] = await manager.query(
    'select realm from author where id = $1 and erased_at is null',
    [authorId],
  );
  if (!author) throw notFound('author-not-found', 'There is no such account.');
  if (author.realm !== stakeholder.realm) {
    throw invalidField(
      'authorId',
      'author-of-other-realm',
      'accounts of the training network and real stakeholders do not mix',
    );
  }
  // Whoever comes second waits here for the first, and then finds the account taken.
  const made: unknown[] = await manager.query(
    `insert into stakeholder_author (author_id, realm, stakeholder_id, how, reason, attached_by)
     values ($1, $2, $3, $4, $5::jsonb, $6) on conflict (author_id) do nothing returning author_id`,
    [authorId, stakeholder.realm, stakeholder.id, given.how, JSON.stringify(given.reasons), given.personId],
  );
  if (made.length === 0) {
    const [known]: { id: string; name: string }[] = await manager.query(
      `select s.id, s.name from stakeholder_author sa join stakeholder s on s.id = sa.stakeholder_id
       where sa.author_id = $1`,
      [authorId],
    );
    if (known && known.id !== stakeholder.id) {
      throw conflict('author-speaks-for-other', 'This account speaks for another stakeholder already.', {
        stakeholderId: known.id,
        name: known.name,
      });
    }
    return false;
  }
  await manager.query('delete from stakeholder_dismissal where author_id = $1 and stakeholder_id = $2', [
    authorId,
    stakeholder.id,
  ]);
  await askReweighing(manager, [authorId]);
  return true;
}

/** Lets an account go, for good: no rule and no proposal brings it back. */
export async function detachOne(
  manager: EntityManager,
  stakeholderId: string,
  authorId: string,
  personId: string,
): Promise<void> {
  const [, gone]: [unknown, number] = await manager.query(
    'delete from stakeholder_author where author_id = $1 and stakeholder_id = $2',
    [authorId, stakeholderId],
  );
  if (gone === 0) {
    throw conflict('author-not-attached', 'This account does not speak for the stakeholder any more.');
  }
  await dismiss(manager, stakeholderId, authorId, personId);
  // A rule of another stakeholder may hold for it.
  await manager.query('update author set to_attach = true where id = $1', [authorId]);
  await askReweighing(manager, [authorId]);
}

export async function dismiss(
  manager: EntityManager,
  stakeholderId: string,
  authorId: string,
  personId: string,
): Promise<void> {
  await manager.query(
    `insert into stakeholder_dismissal (author_id, stakeholder_id, dismissed_by) values ($1, $2, $3)
     on conflict do nothing`,
    [authorId, stakeholderId, personId],
  );
}
