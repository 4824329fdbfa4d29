import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import type { ContactRecord } from './exchange-csv.js';
import { accountKey, type KnownContact, type KnownContacts, referenceKey } from './exchange-plan.js';

/** Everything that the lines of a file name, and nothing else. */
export async function readKnown(
  manager: EntityManager,
  realm: Realm,
  records: readonly ContactRecord[],
): Promise<KnownContacts> {
  const ids = records.flatMap(({ contactId }) =>
    contactId !== null && /^[1-9]\d{0,17}$/.test(contactId) ? [contactId] : [],
  );
  const references = records.flatMap(({ fields }) => {
    const { crmSystem, crmId } = fields;
    return crmSystem && crmId ? [{ system: crmSystem.toLowerCase(), id: crmId }] : [];
  });
  const contacts: KnownContact[] = await manager.query(
    `select c.id, c.name, c.organisation, c.language, c.note, c.email, c.phone, c.crm_system as "crmSystem",
       c.crm_id as "crmId", c.version, c.merged_into is not null or c.erased_at is not null as gone
     from contact c
     where c.realm = $1 and (c.id = any($2::bigint[]) or (c.crm_system, c.crm_id) in (
       select * from unnest($3::text[], $4::text[])))`,
    [realm, ids, references.map(({ system }) => system), references.map(({ id }) => id)],
  );
  const keys = records.flatMap(({ accounts }) =>
    accounts.map(({ network, handle }) => ({
      network,
      key: accountKey(network, handle).slice(network.length + 1),
    })),
  );
  const accounts: { network: string; key: string; contactId: string | null }[] = await manager.query(
    `select a.network, a.key, ca.contact_id as "contactId"
     from (select distinct network, key from unnest($1::text[], $2::text[]) as given(network, key)) given
     join author a using (network, key) left join contact_author ca on ca.author_id = a.id`,
    [keys.map(({ network }) => network), keys.map(({ key }) => key)],
  );
  return {
    realm,
    byId: new Map(contacts.map((contact) => [contact.id, contact])),
    byReference: new Map(
      contacts.flatMap((contact) => {
        const key = referenceKey(contact.crmSystem, contact.crmId);
        return key === null ? [] : [[key, contact] as const];
      }),
    ),
    accounts: new Map(accounts.map((one) => [accountKey(one.network, one.key), one.contactId])),
  };
}
