import type { EntityManager } from 'typeorm';
import type { ContactAuthorView, ContactSummary, ContactView } from '#contract/contacts';
import type { Realm } from '#platform/contract';
import type { Actor } from '#platform/http';
import { conflict, notFound } from '#platform/problem';
import type { ContactFields } from './contact-fields.js';

/** What a contact is, as it is locked and changed. */
export interface ContactRow extends ContactFields {
  id: string;
  realm: Realm;
  version: number;
  mergedInto: string | null;
  erasedAt: Date | null;
}

const COLUMNS = `
  c.id, c.realm, c.name, c.organisation, c.language, c.note, c.email, c.phone, c.crm_system as "crmSystem",
  c.crm_id as "crmId", c.version, c.merged_into as "mergedInto", c.erased_at as "erasedAt"`;

/** Locks contacts until the transaction ends, always in the same order. */
export async function lockContacts(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, ContactRow>> {
  const rows: ContactRow[] = await manager.query(
    `select ${COLUMNS} from contact c where c.id = any($1::bigint[]) order by c.id for update`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** One of the locked contacts, fit to be changed; on the version that the person saw, where one is given. */
export function changeable(
  contacts: ReadonlyMap<string, ContactRow>,
  contactId: string,
  version?: number,
): ContactRow {
  const contact = contacts.get(contactId);
  if (!contact) throw notFound('contact-not-found', 'There is no such contact.');
  if (contact.mergedInto !== null || contact.erasedAt !== null) {
    throw conflict('contact-gone', 'This contact has been merged into another one, or erased.', {
      mergedInto: contact.mergedInto,
    });
  }
  if (version !== undefined && version !== contact.version) {
    throw conflict('contact-changed', 'Somebody has changed this contact meanwhile; look at it again.');
  }
  return contact;
}

/** Columns of an account, from `author a left join contact_author ca on ca.author_id = a.id`. */
export const AUTHOR_JSON = `
  jsonb_build_object('id', a.id::text, 'network', a.network, 'handle', a.handle, 'name', a.name, 'url', a.url,
    'contactId', ca.contact_id::text, 'mentions', (
      select count(*) from (
        select from mention m where m.author_id = a.id and m.assessed_at is not null limit 1000) counted))`;

export async function readContactView(
  manager: EntityManager,
  actor: Pick<Actor, 'permissions'>,
  contactId: string,
): Promise<ContactView> {
  const [row]: (ContactRow & {
    createdAt: Date;
    changedAt: Date;
    authors: ContactAuthorView[];
    absorbed: ContactView['absorbed'];
  })[] = await manager.query(
    `select ${COLUMNS}, c.created_at as "createdAt", c.changed_at as "changedAt",
       coalesce((
         select jsonb_agg(${AUTHOR_JSON} order by a.network, a.key)
         from contact_author ca join author a on a.id = ca.author_id where ca.contact_id = c.id), '[]') as authors,
       coalesce((
         select jsonb_agg(jsonb_build_object('id', o.id::text, 'name', o.name, 'organisation', o.organisation,
           'crmSystem', o.crm_system, 'crmId', o.crm_id, 'email', o.email, 'phone', o.phone) order by o.id)
         from contact o where o.merged_into = c.id and o.erased_at is null), '[]') as absorbed
     from contact c where c.id = $1`,
    [contactId],
  );
  if (!row) throw notFound('contact-not-found', 'There is no such contact.');
  const personal = actor.permissions.includes('contacts.personal');
  return {
    ...row,
    ...(personal ? {} : { note: null, email: null, phone: null }),
    personal,
    absorbed: personal ? row.absorbed : row.absorbed.map((one) => ({ ...one, email: null, phone: null })),
    networks: [...new Set(row.authors.map(({ network }) => network))],
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    erasedAt: row.erasedAt?.toISOString() ?? null,
  };
}

/** Columns of a list, from `contact c`. */
export const SUMMARY_COLUMNS = `
  c.id, c.realm, c.name, c.organisation, c.crm_system as "crmSystem", c.crm_id as "crmId",
  array(select distinct a.network from contact_author ca join author a on a.id = ca.author_id
    where ca.contact_id = c.id order by a.network) as networks`;

export type SummaryRow = ContactSummary & { sortName: string };
