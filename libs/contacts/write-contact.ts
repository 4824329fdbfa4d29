import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import { invalidField } from '#platform/problem';
import { CONTACT_FIELDS, type ContactFields, searchFields } from './contact-fields.js';
import type { ContactRow } from './contact-record.js';

const ROW = `id, realm, name, organisation, language, note, email, phone, crm_system as "crmSystem",
  crm_id as "crmId", version, merged_into as "mergedInto", erased_at as "erasedAt"`;
const FIELDS = `name, organisation, language, email, phone, note, crm_system, crm_id, sort_name, search`;
const TYPED = FIELDS.replaceAll(',', ' text,').concat(' text');

/** New contacts, in the order given, in one statement. Refuses a CRM reference that another contact has. */
export async function insertContacts(
  manager: EntityManager,
  realm: Realm,
  contacts: readonly ContactFields[],
  personId: string,
): Promise<ContactRow[]> {
  if (contacts.length === 0) return [];
  const rows: ContactRow[] = await refusingTaken(
    manager.query(
      `insert into contact (realm, created_by, ${FIELDS})
       select $2, $3, ${FIELDS} from rows from (jsonb_to_recordset($1::jsonb) as (${TYPED}))
         with ordinality as given order by ordinality
       returning ${ROW}`,
      [JSON.stringify(contacts.map(columns)), realm, personId],
    ),
  );
  return rows.sort((a, b) => Number(a.id) - Number(b.id));
}

/** New values of locked contacts; each becomes a version higher. */
export async function updateContacts(
  manager: EntityManager,
  contacts: readonly (ContactFields & { id: string })[],
): Promise<ContactRow[]> {
  if (contacts.length === 0) return [];
  // TypeORM answers [rows, count] to an update that returns rows.
  const [rows]: [ContactRow[], number] = await refusingTaken(
    manager.query(
      `update contact c set ${FIELDS.split(', ')
        .map((column) => `${column} = given.${column}`)
        .join(', ')}, version = c.version + 1, changed_at = clock_timestamp()
       from jsonb_to_recordset($1::jsonb) as given(id bigint, ${TYPED}) where c.id = given.id
       returning ${ROW.split(/,\s+/)
         .map((column) => `c.${column}`)
         .join(', ')}`,
      [JSON.stringify(contacts.map((contact) => ({ id: contact.id, ...columns(contact) })))],
    ),
  );
  return rows;
}

/** Contacts whose accounts have changed: a version higher. */
export async function touchContacts(manager: EntityManager, ids: readonly string[]): Promise<ContactRow[]> {
  const [rows]: [ContactRow[], number] = await manager.query(
    `update contact set version = version + 1, changed_at = clock_timestamp() where id = any($1::bigint[])
     returning ${ROW}`,
    [ids],
  );
  return rows;
}

function columns(contact: ContactFields): Record<string, string | null> {
  const { sortName, search } = searchFields(contact);
  const fields = CONTACT_FIELDS.map((field) => [
    field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    contact[field],
  ]);
  return { ...(Object.fromEntries(fields) as Record<string, string | null>), sort_name: sortName, search };
}

async function refusingTaken<T>(writing: Promise<unknown>): Promise<T> {
  try {
    return (await writing) as T;
  } catch (error) {
    if (error instanceof Error && error.message.includes('contact_crm_reference')) {
      throw invalidField('crmId', 'crm-reference-taken', 'is the reference of another contact');
    }
    throw error;
  }
}
