import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { CONTACT_OUTCOMES, type ContactPlan, MOST_SHOWN_ENTRIES } from '#contract/contacts';
import type { Realm } from '#platform/contract';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { conflict } from '#platform/problem';
import { announceChanges, type ContactChange } from './announce-changes.js';
import { lockContacts } from './contact-record.js';
import { type ContactRecord, type ExportedContact, writeContacts } from './exchange-csv.js';
import { readKnown } from './exchange-known.js';
import { planContacts, type PlannedContact } from './exchange-plan.js';
import { insertContacts, touchContacts, updateContacts } from './write-contact.js';

/** Contacts out into a file for a CRM, and back in from one. A file is never kept: it is full of personal data. */
@Injectable()
export class ContactExchangeService {
  constructor(private readonly dataSource: DataSource) {}

  export(actor: Actor, realm: Realm): Promise<string> {
    const personal = actor.permissions.includes('contacts.personal');
    return inTransaction(this.dataSource, async ({ manager }) => {
      const contacts: ExportedContact[] = await manager.query(EXPORT, [realm]);
      await recordDecision(manager, {
        actor,
        action: 'contact.exported',
        subjectType: 'contacts',
        subjectId: realm,
        after: { contacts: contacts.length, personal },
      });
      return writeContacts(contacts, personal);
    });
  }

  /** What a file would change; nothing is written. */
  async plan(realm: Realm, records: readonly ContactRecord[]): Promise<ContactPlan> {
    const known = await readKnown(this.dataSource.manager, realm, records);
    return view(planContacts(records, known), false);
  }

  /** Carries out the plan of this hash; refuses when the contacts now give another one. */
  apply(
    actor: Actor,
    realm: Realm,
    records: readonly ContactRecord[],
    shownHash: string,
  ): Promise<ContactPlan> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      // One file at a time: two that bring the same new contact would otherwise not see each other.
      await manager.query(`select pg_advisory_xact_lock(hashtext('passerelle contact import'))`);
      const before = planContacts(records, await readKnown(manager, realm, records));
      await lockContacts(
        manager,
        before.flatMap(({ entry }) => entry.contactId ?? []),
      );
      const plan = planContacts(records, await readKnown(manager, realm, records));
      if (planHash(plan) !== shownHash) {
        throw conflict(
          'contacts-changed',
          'The contacts have changed since the plan was shown; look at it again.',
        );
      }
      const created = plan.filter(({ entry }) => entry.outcome === 'new');
      const changed = plan.filter(({ entry }) => entry.outcome === 'changed');
      if (created.length + changed.length === 0) {
        throw conflict('nothing-to-import', 'This file changes nothing.');
      }
      await announceChanges(manager, actor, [
        ...(await this.create(manager, actor, realm, created)),
        ...(await this.change(manager, actor, realm, changed)),
      ]);
      return { ...view(plan, true), planHash: shownHash };
    });
  }

  private async create(
    manager: EntityManager,
    actor: Actor,
    realm: Realm,
    planned: readonly PlannedContact[],
  ): Promise<ContactChange[]> {
    const contacts = await insertContacts(
      manager,
      realm,
      planned.map(({ fields }) => fields),
      actor.personId,
    );
    const linked = contacts.map((contact, place) => ({ contact, accounts: planned[place]?.accounts ?? [] }));
    await this.link(manager, actor, realm, linked);
    return linked.map(({ contact, accounts }) => ({
      contact,
      change: 'created',
      after: { accounts: accounts.length, by: 'file' },
    }));
  }

  private async change(
    manager: EntityManager,
    actor: Actor,
    realm: Realm,
    planned: readonly PlannedContact[],
  ): Promise<ContactChange[]> {
    const byId = new Map(planned.map((one) => [one.entry.contactId ?? '', one]));
    const withFields = planned.filter(({ entry }) =>
      entry.changes.some(({ column }) => column !== 'accounts'),
    );
    const changed = await updateContacts(
      manager,
      withFields.map(({ entry, fields }) => ({ id: entry.contactId ?? '', ...fields })),
    );
    const rest = [...byId.keys()].filter((id) => !changed.some((contact) => contact.id === id));
    const contacts = [...changed, ...(await touchContacts(manager, rest))];
    await this.link(
      manager,
      actor,
      realm,
      contacts.map((contact) => ({ contact, accounts: byId.get(contact.id)?.accounts ?? [] })),
    );
    return contacts.map((contact) => {
      const { entry, accounts } = byId.get(contact.id) ?? { entry: { changes: [] }, accounts: [] };
      const columns = entry.changes.map(({ column }) => column).filter((column) => column !== 'accounts');
      return { contact, change: 'changed', after: { columns, accounts: accounts.length, by: 'file' } };
    });
  }

  /** An account that has not posted yet gets its row now, so that its first post finds the contact. */
  private async link(
    manager: EntityManager,
    actor: Actor,
    realm: Realm,
    linked: readonly { contact: { id: string }; accounts: PlannedContact['accounts'] }[],
  ): Promise<void> {
    const rows = JSON.stringify(
      linked.flatMap(({ contact, accounts }) =>
        accounts.map(({ network, key, handle }) => ({ contact_id: contact.id, network, key, handle })),
      ),
    );
    const given = `jsonb_to_recordset($1::jsonb) as given(contact_id bigint, network text, key text, handle text)`;
    await manager.query(
      `insert into author (realm, network, key, handle) select $2, network, key, handle from ${given}
       order by network, key on conflict (network, key) do nothing`,
      [rows, realm],
    );
    const wanted = linked.reduce((sum, { accounts }) => sum + accounts.length, 0);
    const made: unknown[] = await manager.query(
      `insert into contact_author (author_id, realm, contact_id, via, linked_by)
       select a.id, $2, given.contact_id, 'file', $3 from ${given} join author a using (network, key)
       order by a.id on conflict (author_id) do nothing returning author_id`,
      [rows, realm, actor.personId],
    );
    if (made.length !== wanted) {
      throw conflict(
        'contacts-changed',
        'An account of this file has been linked meanwhile; look at the plan again.',
      );
    }
  }
}

const EXPORT = `
  select c.id, c.name, c.organisation, c.language, c.note, c.email, c.phone, c.crm_system as "crmSystem",
    c.crm_id as "crmId", coalesce(linked.accounts, '[]') as accounts
  from contact c left join (
    select ca.contact_id, jsonb_agg(jsonb_build_object('network', a.network, 'key', a.key, 'handle', a.handle)
      order by a.network, a.key) as accounts
    from contact_author ca join author a on a.id = ca.author_id group by ca.contact_id
  ) linked on linked.contact_id = c.id
  where c.realm = $1 and c.merged_into is null and c.erased_at is null
  order by c.sort_name, c.id`;

function planHash(plan: readonly PlannedContact[]): string {
  const told = plan.map(({ entry, version }) => ({ ...entry, version }));
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

const SHOWN_FIRST = ['refused', 'changed', 'new'];

function view(plan: readonly PlannedContact[], applied: boolean): ContactPlan {
  const count = (outcome: string) => plan.filter(({ entry }) => entry.outcome === outcome).length;
  return {
    applied,
    planHash: planHash(plan),
    counts: Object.fromEntries(
      CONTACT_OUTCOMES.map((outcome) => [outcome, count(outcome)]),
    ) as ContactPlan['counts'],
    entries: plan
      .map(({ entry }) => entry)
      .filter(({ outcome }) => outcome !== 'same')
      .sort((a, b) => SHOWN_FIRST.indexOf(a.outcome) - SHOWN_FIRST.indexOf(b.outcome) || a.line - b.line)
      .slice(0, MOST_SHOWN_ENTRIES),
  };
}
