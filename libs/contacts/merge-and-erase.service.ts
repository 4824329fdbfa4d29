import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ContactView, eraseContact, mergeContacts } from '#contract/contacts';
import { eraseAuthors } from '#mentions';
import type { InputOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { invalidField } from '#platform/problem';
import { announceChanges } from './announce-changes.js';
import { changedFields, mergedFields } from './contact-fields.js';
import { changeable, lockContacts, readContactView } from './contact-record.js';
import { authorIdsOf, dismissPairs } from './link-authors.js';
import { nameOnly } from './contacts.service.js';
import { touchContacts, updateContacts } from './write-contact.js';

/** What ends a contact: it becomes part of another one, or is forgotten. */
@Injectable()
export class MergeAndEraseService {
  constructor(private readonly dataSource: DataSource) {}

  /** The other's row stays, pointing at this one, with the values that this one did not take over. */
  merge(
    actor: Actor,
    contactId: string,
    { otherId, version, otherVersion }: InputOf<typeof mergeContacts>['body'],
  ): Promise<ContactView> {
    if (otherId === contactId) {
      throw invalidField('otherId', 'contact-itself', 'is this contact itself');
    }
    return inTransaction(this.dataSource, async ({ manager }) => {
      const contacts = await lockContacts(manager, [contactId, otherId]);
      const kept = changeable(contacts, contactId, version);
      const other = changeable(contacts, otherId, otherVersion);
      if (kept.realm !== other.realm) {
        throw invalidField('otherId', 'contact-of-other-realm', 'is of the other realm: live or training');
      }
      const fields = mergedFields(kept, other);
      // The reference can only stand in one row: it is given up here before it is taken there.
      if (kept.crmId === null && other.crmId !== null) {
        await updateContacts(manager, [{ ...other, crmSystem: null, crmId: null }]);
      }
      const authorIds = await authorIdsOf(manager, otherId);
      await manager.query('update contact_author set contact_id = $1 where contact_id = $2', [
        contactId,
        otherId,
      ]);
      // What had been merged into the other is now part of this one: one step leads to where everything is.
      await manager.query('update contact set merged_into = $1 where merged_into = $2 or id = $2', [
        contactId,
        otherId,
      ]);
      const [after] = await updateContacts(manager, [{ id: contactId, ...fields }]);
      const [gone] = await touchContacts(manager, [otherId]);
      if (!after || !gone) throw new Error(`contact ${otherId} was not merged`);
      await announceChanges(manager, actor, [
        {
          contact: after,
          change: 'merged',
          after: { merged: otherId, authorIds, fields: changedFields(kept, fields) },
        },
        {
          contact: { ...gone, crmSystem: other.crmSystem, crmId: other.crmId },
          change: 'merged',
          after: { mergedInto: contactId },
        },
      ]);
      return readContactView(manager, actor, contactId);
    });
  }

  /** Empties the contact and whatever was merged into it, and lets its accounts go. */
  erase(
    actor: Actor,
    contactId: string,
    { version, authors }: InputOf<typeof eraseContact>['body'],
  ): Promise<ContactView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const absorbed: { id: string }[] = await manager.query(
        'select id from contact where merged_into = $1',
        [contactId],
      );
      const ids = [contactId, ...absorbed.map(({ id }) => id)];
      const contacts = await lockContacts(manager, ids);
      const before = changeable(contacts, contactId, version);
      const authorIds = await authorIdsOf(manager, contactId);
      await manager.query('delete from contact_author where contact_id = $1', [contactId]);
      if (authors) {
        await manager.query(
          'delete from contact_proposal where first_author_id = any($1::bigint[]) or second_author_id = any($1::bigint[])',
          [authorIds],
        );
        await manager.query('delete from author_trait where author_id = any($1::bigint[])', [authorIds]);
        await eraseAuthors(manager, authorIds);
      } else {
        await dismissPairs(manager, before.realm, authorIds, authorIds, actor.personId);
      }
      const erased = await updateContacts(
        manager,
        ids.map((id) => ({ id, ...nameOnly('') })),
      );
      await manager.query('update contact set erased_at = clock_timestamp() where id = any($1::bigint[])', [
        ids,
      ]);
      const after = { accounts: authorIds.length, namesOfPosts: authors };
      await announceChanges(
        manager,
        actor,
        erased.map((contact) => {
          // The CRM is told which record of its own is meant, so that it can do the same.
          const { crmSystem = null, crmId = null } = contacts.get(contact.id) ?? {};
          return { contact: { ...contact, crmSystem, crmId }, change: 'erased' as const, after };
        }),
      );
      return readContactView(manager, actor, contactId);
    });
  }
}
