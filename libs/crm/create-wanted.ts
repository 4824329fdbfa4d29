import type { DataSource } from 'typeorm';
import { announceChanges, lockContacts, updateContacts } from '#contacts';
import type { CrmConnector, CrmRecord } from './connector.js';
import { findMatches } from './find-matches.js';
import type { Pass } from './pass.js';
import { accountsOf } from './settle-link.js';
import type { SyncedValues } from './synced-values.js';

interface Wanted extends SyncedValues {
  linkId: string;
  contactId: string;
}

/**
 * Makes the records that people asked for. The reference has unique values there, so that a create whose answer was
 * lost, or that two workers try, gives one record.
 */
export async function createWanted(
  dataSource: DataSource,
  connector: CrmConnector,
  pass: Pass,
): Promise<void> {
  const { connection } = pass.lease;
  if (connection.direction === 'in') return;
  const wanted: Wanted[] = await dataSource.query(
    `select l.id as "linkId", c.id as "contactId", c.name, c.email, c.phone, c.organisation
     from crm_link l join contact c on c.id = l.contact_id
     where l.connection_id = $1 and l.state = 'to_create' order by l.id limit 100`,
    [connection.id],
  );
  for (const { linkId, contactId, ...values } of wanted) {
    const accounts = await accountsOf(dataSource.manager, contactId);
    const made = await connector.create(await pass.access(), `${connection.reference}-${contactId}`, {
      ...known(values),
      ...(accounts === null ? {} : { accounts }),
    });
    if ('record' in made) {
      await keepRecord(pass, linkId, contactId, made.record);
      pass.counts.out += 1;
    } else {
      // Somebody has a record with this e-mail already: a person says whether it is this one.
      const record = made.taken === null ? null : await connector.read(await pass.access(), made.taken);
      await pass.keep(async (manager) => {
        await manager.query('delete from crm_link where id = $1', [linkId]);
        if (record) await findMatches(manager, connection, [record]);
      });
    }
  }
}

function known(values: SyncedValues): Partial<SyncedValues> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

async function keepRecord(pass: Pass, linkId: string, contactId: string, record: CrmRecord): Promise<void> {
  const { kind, account } = pass.lease.connection;
  await pass.keep(async (manager) => {
    const contact = (await lockContacts(manager, [contactId])).get(contactId);
    if (!contact || contact.erasedAt !== null) {
      // Erased while the record was made: it goes again.
      await manager.query(
        'insert into crm_forgotten (kind, account, record_id) values ($1, $2, $3) on conflict do nothing',
        [kind, account, record.id],
      );
      await manager.query('delete from crm_link where id = $1', [linkId]);
      return;
    }
    if (contact.crmId !== null || contact.mergedInto !== null) return;
    const [after] = await updateContacts(manager, [{ ...contact, crmSystem: kind, crmId: record.id }]);
    if (!after) throw new Error(`contact ${contactId} vanished`);
    // Compared at once by the same pass: what was changed meanwhile is then told.
    await manager.query(`update crm_link set record_id = $2, state = 'linked' where id = $1`, [
      linkId,
      record.id,
    ]);
    await announceChanges(manager, null, [
      { contact: after, change: 'changed', after: { fields: ['crmSystem', 'crmId'], by: kind } },
    ]);
  });
}
