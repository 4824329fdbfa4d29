import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import type {
  ContactAuthorView,
  ContactView,
  contactFieldsSchema,
  createContact,
  findAuthors,
  listContacts,
  splitContact,
} from '#contract/contacts';
import type { InputOf, ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { conflict } from '#platform/problem';
import { announceChanges } from './announce-changes.js';
import { changedFields } from './contact-fields.js';
import { AUTHOR_JSON, changeable, lockContacts, readContactView } from './contact-record.js';
import { authorIdsOf, dismissPairs, linkAuthors } from './link-authors.js';
import { escaped, listPage } from './list-contacts.js';
import { insertContacts, touchContacts, updateContacts } from './write-contact.js';

const MOST_FOUND = 20;

/** Contacts: who they are, and which accounts are theirs. */
@Injectable()
export class ContactsService {
  constructor(private readonly dataSource: DataSource) {}

  list(query: InputOf<typeof listContacts>['query']): Promise<ResponseOf<typeof listContacts>> {
    return listPage(this.dataSource.manager, query);
  }

  read(actor: Actor, contactId: string): Promise<ContactView> {
    return readContactView(this.dataSource.manager, actor, contactId);
  }

  create(actor: Actor, given: InputOf<typeof createContact>['body']): Promise<ContactView> {
    const { realm, authorIds, ...fields } = given;
    return inTransaction(this.dataSource, async ({ manager }) => {
      const [contact] = await insertContacts(manager, realm, [fields], actor.personId);
      if (!contact) throw new Error('a contact was not stored');
      const linked = await linkAuthors(manager, contact, authorIds, byHand(actor));
      await announceChanges(manager, actor, [{ contact, change: 'created', after: { authorIds: linked } }]);
      return readContactView(manager, actor, contact.id);
    });
  }

  change(
    actor: Actor,
    contactId: string,
    version: number,
    fields: z.output<typeof contactFieldsSchema>,
  ): Promise<ContactView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const before = changeable(await lockContacts(manager, [contactId]), contactId, version);
      const changed = changedFields(before, fields);
      if (changed.length > 0) {
        const [contact] = await updateContacts(manager, [{ id: contactId, ...fields }]);
        if (!contact) throw new Error(`contact ${contactId} vanished`);
        await announceChanges(manager, actor, [{ contact, change: 'changed', after: { fields: changed } }]);
      }
      return readContactView(manager, actor, contactId);
    });
  }

  link(actor: Actor, contactId: string, authorId: string): Promise<ContactView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const contact = changeable(await lockContacts(manager, [contactId]), contactId);
      const linked = await linkAuthors(manager, contact, [authorId], byHand(actor));
      if (linked.length > 0) await this.announceAuthors(manager, actor, contactId, 'author_linked', linked);
      return readContactView(manager, actor, contactId);
    });
  }

  unlink(actor: Actor, contactId: string, authorId: string): Promise<ContactView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const contact = changeable(await lockContacts(manager, [contactId]), contactId);
      await this.takeOut(manager, contactId, [authorId]);
      const rest = await authorIdsOf(manager, contactId);
      await dismissPairs(manager, contact.realm, [authorId], rest, actor.personId);
      await this.announceAuthors(manager, actor, contactId, 'author_unlinked', [authorId]);
      return readContactView(manager, actor, contactId);
    });
  }

  split(
    actor: Actor,
    contactId: string,
    { name, authorIds, version }: InputOf<typeof splitContact>['body'],
  ): Promise<ContactView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const contact = changeable(await lockContacts(manager, [contactId]), contactId, version);
      await this.takeOut(manager, contactId, authorIds);
      const [made] = await insertContacts(manager, contact.realm, [nameOnly(name)], actor.personId);
      const [left] = await touchContacts(manager, [contactId]);
      if (!made || !left) throw new Error(`contact ${contactId} was not split`);
      await linkAuthors(manager, made, authorIds, byHand(actor));
      const rest = await authorIdsOf(manager, contactId);
      await dismissPairs(manager, contact.realm, authorIds, rest, actor.personId);
      await announceChanges(manager, actor, [
        { contact: left, change: 'split', after: { authorIds, into: made.id } },
        { contact: made, change: 'created', after: { authorIds, from: contactId } },
      ]);
      return readContactView(manager, actor, made.id);
    });
  }

  async findAuthors({
    realm,
    search,
  }: InputOf<typeof findAuthors>['query']): Promise<ResponseOf<typeof findAuthors>> {
    const rows: { author: ContactAuthorView }[] = await this.dataSource.query(
      `select ${AUTHOR_JSON} as author
       from (
         select * from author
         where realm = $1 and erased_at is null and (key || ' ' || lower(coalesce(name, ''))) like $2
         order by length(key), id limit ${MOST_FOUND}
       ) a left join contact_author ca on ca.author_id = a.id
       order by length(a.key), a.id`,
      [realm, `%${escaped(search.replace(/^@/, '').toLowerCase())}%`],
    );
    return { items: rows.map(({ author }) => author) };
  }

  private async takeOut(manager: EntityManager, contactId: string, authorIds: readonly string[]) {
    const [, taken]: [unknown, number] = await manager.query(
      'delete from contact_author where contact_id = $1 and author_id = any($2::bigint[])',
      [contactId, authorIds],
    );
    if (taken !== new Set(authorIds).size) {
      throw conflict('author-not-linked', 'This account does not belong to the contact any more.');
    }
  }

  private async announceAuthors(
    manager: EntityManager,
    actor: Actor,
    contactId: string,
    change: 'author_linked' | 'author_unlinked',
    authorIds: readonly string[],
  ) {
    const contacts = await touchContacts(manager, [contactId]);
    await announceChanges(
      manager,
      actor,
      contacts.map((contact) => ({ contact, change, after: { authorIds } })),
    );
  }
}

function byHand(actor: Actor) {
  return { via: 'hand', personId: actor.personId } as const;
}

/** A contact of whom only the name is known. */
export function nameOnly(name: string) {
  return {
    name,
    organisation: null,
    language: null,
    note: null,
    email: null,
    phone: null,
    crmSystem: null,
    crmId: null,
  };
}
