import type { EntityManager } from 'typeorm';
import { announceChanges, type ContactRow, lockContacts, updateContacts } from '#contacts';
import type { CrmRecord, CrmWrite } from './connector.js';
import type { CrmConnectionRow } from './crm-access.js';
import { type FieldConflict, mergeValues } from './merge-values.js';
import { readableValues } from './readable-values.js';
import type { SyncedValues } from './synced-values.js';

interface LinkRow {
  recordId: string;
  contactId: string;
  base: Partial<SyncedValues>;
  state: string;
}

/** What is left to be written there, and whether something changed here. */
export interface Settled {
  toWrite: CrmWrite;
  changedHere: boolean;
}

const NOTHING: Settled = { toWrite: {}, changedHere: false };

/**
 * Compares a contact with its record and keeps what follows, in one transaction. What is to be written there is
 * returned and not kept as common: only when the record is read back with it are both sides the same.
 */
export async function settleLink(
  manager: EntityManager,
  connection: Pick<CrmConnectionRow, 'kind' | 'direction'>,
  linkId: string,
  record: CrmRecord,
): Promise<Settled> {
  const found = await lockLink(manager, linkId);
  if (!found) return NOTHING;
  const { link } = found;
  const contact = await followMerge(manager, connection.kind, linkId, link, record, found.contact);
  if (!contact) return NOTHING;
  const { direction } = connection;
  const merged = mergeValues({
    base: link.base,
    here: contact,
    there: readableValues(record.values),
    direction,
  });
  const changed = Object.keys(merged.here);
  let { version } = contact;
  if (changed.length > 0) {
    const [after] = await updateContacts(manager, [
      { ...contact, ...merged.here, name: merged.here.name ?? contact.name },
    ]);
    if (!after) throw new Error(`contact ${contact.id} vanished`);
    ({ version } = after);
    await announceChanges(manager, null, [
      { contact: after, change: 'changed', after: { fields: changed, by: connection.kind } },
    ]);
  }
  await keepConflicts(manager, linkId, merged.conflicts);
  const accounts = await accountsOf(manager, contact.id);
  const toWrite: CrmWrite = {
    ...merged.there,
    ...(direction !== 'in' && accounts !== record.accounts ? { accounts } : {}),
  };
  await manager.query(
    `update crm_link set base = $2, accounts = $3, checked_at = now(), state = 'linked',
       seen_version = case when $5 then $4 else seen_version end
     where id = $1`,
    [linkId, JSON.stringify(merged.base), record.accounts, version, Object.keys(toWrite).length === 0],
  );
  return { toWrite, changedHere: changed.length > 0 };
}

/** The contact before the link, as everywhere; null when there is nothing to compare. */
async function lockLink(
  manager: EntityManager,
  linkId: string,
): Promise<{ link: LinkRow; contact: ContactRow } | null> {
  const [seen]: { contactId: string }[] = await manager.query(
    'select contact_id as "contactId" from crm_link where id = $1',
    [linkId],
  );
  if (!seen) return null;
  const contact = (await lockContacts(manager, [seen.contactId])).get(seen.contactId);
  const [link]: LinkRow[] = await manager.query(
    `select record_id as "recordId", contact_id as "contactId", base, state from crm_link
     where id = $1 and contact_id = $2 and record_id is not null for update`,
    [linkId, seen.contactId],
  );
  if (!link || !contact || contact.erasedAt !== null || contact.mergedInto !== null) return null;
  // The reference was changed by hand since: the next pass begins anew with it.
  return contact.crmId === link.recordId ? { link, contact } : null;
}

/** Records that were merged there: the link goes over to the one that is left, unless another contact has it. */
async function followMerge(
  manager: EntityManager,
  kind: string,
  linkId: string,
  link: LinkRow,
  record: CrmRecord,
  contact: ContactRow,
): Promise<ContactRow | null> {
  if (record.id === link.recordId) return contact;
  const [taken]: unknown[] = await manager.query(
    `select from contact where realm = 'live' and crm_system = $1 and crm_id = $2`,
    [kind, record.id],
  );
  if (taken) {
    await manager.query(`update crm_link set state = 'gone_there', checked_at = now() where id = $1`, [
      linkId,
    ]);
    return null;
  }
  const [moved] = await updateContacts(manager, [{ ...contact, crmId: record.id }]);
  if (!moved) throw new Error(`contact ${contact.id} vanished`);
  await manager.query('update crm_link set record_id = $2 where id = $1', [linkId, record.id]);
  await announceChanges(manager, null, [
    { contact: moved, change: 'changed', after: { fields: ['crmId'], by: kind } },
  ]);
  return moved;
}

/** A conflict of other values is another row: whoever was about to decide the old one is told that it is gone. */
async function keepConflicts(
  manager: EntityManager,
  linkId: string,
  conflicts: readonly FieldConflict[],
): Promise<void> {
  const rows = JSON.stringify(conflicts);
  const given = `jsonb_to_recordset($2::jsonb) as given(field text, here text, there text)`;
  await manager.query(
    `delete from crm_conflict c where c.link_id = $1 and not exists (
       select from ${given} where given.field = c.field and given.here is not distinct from c.here
         and given.there is not distinct from c.there)`,
    [linkId, rows],
  );
  await manager.query(
    `insert into crm_conflict (link_id, field, here, there) select $1, field, here, there from ${given}
     on conflict do nothing`,
    [linkId, rows],
  );
}

/** The accounts of a contact in one line, the same for the same accounts; null: none. */
export async function accountsOf(manager: EntityManager, contactId: string): Promise<string | null> {
  const [row]: { line: string | null }[] = await manager.query(
    `select left(string_agg(a.network || ':' || a.handle, ' ' order by a.network, a.key), 1000) as line
     from contact_author ca join author a on a.id = ca.author_id
     where ca.contact_id = $1 and a.handle is not null`,
    [contactId],
  );
  return row?.line ?? null;
}
