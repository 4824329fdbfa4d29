import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { announceChanges, type ContactRow, lockContacts, updateContacts } from '#contacts';
import type {
  CrmConflictView,
  CrmMatchView,
  listCrmConflicts,
  listCrmMatches,
  readContactCrm,
} from '#contract/crm';
import type { InputOf, ResponseOf } from '#platform/contract';
import { encodeCursor, idOfCursor, inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { publishEvents } from '#platform/live';
import { conflict, notFound } from '#platform/problem';
import { readContactLink } from './crm-view.js';
import { notConnected } from './crm.service.js';
import { baseForChoice, type FieldConflict } from './merge-values.js';

type Listed<T> = Omit<T, 'foundAt'> & { foundAt: Date };

/** What the comparison leaves to people. */
@Injectable()
export class CrmQuestionsService {
  constructor(private readonly dataSource: DataSource) {}

  async conflicts(
    query: InputOf<typeof listCrmConflicts>['query'],
  ): Promise<ResponseOf<typeof listCrmConflicts>> {
    const rows: Listed<CrmConflictView>[] = await this.dataSource.query(
      `select x.id, jsonb_build_object('id', t.id::text, 'name', t.name) as contact,
         c.record_address || l.record_id as "recordUrl", x.field, x.here, x.there, x.found_at as "foundAt"
       from crm_conflict x join crm_link l on l.id = x.link_id join crm_connection c on c.id = l.connection_id
       join contact t on t.id = l.contact_id
       where t.erased_at is null and ($1::bigint is null or x.id < $1) order by x.id desc limit $2`,
      [before(query.cursor), query.limit + 1],
    );
    return page(
      rows.map((row) => ({ ...row, foundAt: row.foundAt.toISOString() })),
      query.limit,
    );
  }

  async matches(query: InputOf<typeof listCrmMatches>['query']): Promise<ResponseOf<typeof listCrmMatches>> {
    const rows: CrmMatchView[] = await this.dataSource.query(
      `select m.id, jsonb_build_object('id', t.id::text, 'name', t.name) as contact,
         c.record_address || m.record_id as "recordUrl", m.reason, m.name, m.organisation
       from crm_match m join crm_connection c on c.id = m.connection_id join contact t on t.id = m.contact_id
       where m.state = 'open' and t.erased_at is null and ($1::bigint is null or m.id < $1)
       order by m.id desc limit $2`,
      [before(query.cursor), query.limit + 1],
    );
    return page(rows, query.limit);
  }

  decideConflict(actor: Actor, conflictId: string, choice: 'here' | 'there'): Promise<{ contactId: string }> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const [row]: (FieldConflict & { linkId: string; contactId: string })[] = await manager.query(
        `select x.field, x.here, x.there, l.id as "linkId", l.contact_id as "contactId"
         from crm_conflict x join crm_link l on l.id = x.link_id where x.id = $1 for update`,
        [conflictId],
      );
      if (!row) throw gone();
      // Version 0: the next pass compares it, whatever else has changed.
      await manager.query(
        `update crm_link set base = base || jsonb_build_object($2::text, $3::text), seen_version = 0 where id = $1`,
        [row.linkId, row.field, baseForChoice(choice, row)],
      );
      await manager.query('delete from crm_conflict where id = $1', [conflictId]);
      await this.comeSoon(manager);
      await recordDecision(manager, {
        actor,
        action: 'crm_conflict.decided',
        subjectType: 'contact',
        subjectId: row.contactId,
        after: { field: row.field, choice },
      });
      return { contactId: row.contactId };
    });
  }

  decideMatch(
    actor: Actor,
    matchId: string,
    decision: 'confirm' | 'dismiss',
  ): Promise<{ contactId: string }> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const [seen]: { contactId: string }[] = await manager.query(
        'select contact_id as "contactId" from crm_match where id = $1',
        [matchId],
      );
      if (!seen) throw gone();
      const contact = changeable(await lockContacts(manager, [seen.contactId]), seen.contactId);
      const [rows]: [{ recordId: string; kind: string }[], number] = await manager.query(
        `update crm_match m set state = $2, name = null, organisation = null from crm_connection c
         where m.id = $1 and m.state = 'open' and c.id = m.connection_id
         returning m.record_id as "recordId", c.kind`,
        [matchId, decision === 'confirm' ? 'confirmed' : 'dismissed'],
      );
      const [match] = rows;
      if (!match) throw gone();
      if (decision === 'confirm') {
        if (contact.crmId !== null) throw gone();
        const [after] = await updateContacts(manager, [
          { ...contact, crmSystem: match.kind, crmId: match.recordId },
        ]);
        if (!after) throw new Error(`contact ${contact.id} vanished`);
        await announceChanges(manager, actor, [
          { contact: after, change: 'changed', after: { fields: ['crmSystem', 'crmId'], by: match.kind } },
        ]);
      }
      await this.comeSoon(manager);
      await recordDecision(manager, {
        actor,
        action: decision === 'confirm' ? 'crm_match.confirmed' : 'crm_match.dismissed',
        subjectType: 'contact',
        subjectId: contact.id,
      });
      return { contactId: contact.id };
    });
  }

  ofContact(contactId: string): Promise<ResponseOf<typeof readContactCrm>> {
    return readContactLink(this.dataSource.manager, contactId);
  }

  /** A record for a contact that has none; the next pass makes it. */
  send(actor: Actor, contactId: string): Promise<ResponseOf<typeof readContactCrm>> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const [connection]: { id: string; direction: string }[] = await manager.query(
        'select id, direction from crm_connection for share',
      );
      if (!connection) throw notConnected();
      if (connection.direction === 'in') throw conflict('crm-only-in', 'Nothing is written to the CRM.');
      const contact = changeable(await lockContacts(manager, [contactId]), contactId);
      if (contact.realm !== 'live') throw conflict('crm-not-live', 'A drill stays out of the CRM.');
      if (contact.crmId !== null) throw conflict('crm-linked', 'The contact has a reference already.');
      const made: unknown[] = await manager.query(
        `insert into crm_link (connection_id, contact_id, state) values ($1, $2, 'to_create')
         on conflict do nothing returning id`,
        [connection.id, contactId],
      );
      if (made.length > 0) {
        await this.comeSoon(manager);
        await recordDecision(manager, {
          actor,
          action: 'contact.sent_to_crm',
          subjectType: 'contact',
          subjectId: contactId,
        });
      }
      return readContactLink(manager, contactId);
    });
  }

  /** The next pass need not be waited for, unless the CRM asked for a pause. */
  private async comeSoon(manager: EntityManager): Promise<void> {
    await manager.query(
      `update crm_connection set next_pass_at = now() where problem_code is distinct from 'crm-pause'`,
    );
    await publishEvents(manager, [{ type: 'crm.changed' }]);
  }
}

function changeable(contacts: ReadonlyMap<string, ContactRow>, contactId: string): ContactRow {
  const contact = contacts.get(contactId);
  if (!contact) throw notFound('contact-not-found', 'There is no such contact.');
  if (contact.mergedInto !== null || contact.erasedAt !== null) {
    throw conflict('contact-gone', 'This contact has been merged into another one, or erased.', {
      mergedInto: contact.mergedInto,
    });
  }
  return contact;
}

function gone() {
  return conflict('crm-question-gone', 'Somebody has decided this already, or the values have changed.');
}

function before(cursor: string | undefined): string | null {
  return cursor === undefined ? null : idOfCursor(cursor);
}

function page<T extends { id: string }>(
  rows: readonly T[],
  limit: number,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > items.length && last ? encodeCursor([last.id]) : null };
}
