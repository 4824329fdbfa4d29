import type { DataSource } from 'typeorm';
import { ContactExchangeService, readContacts } from '#contacts';
import type { Realm } from '#platform/contract';
import { demoPerson } from './demo-person.js';
import { DEMO_CONTACTS } from './library/demo-contacts.js';

const KEEPER = 'camille.arnaud@lumen.example';

/** People with accounts on several networks, from a file as a CRM gives it; a realm that knows somebody is left alone. */
export async function prepareContacts(dataSource: DataSource): Promise<void> {
  const exchange = new ContactExchangeService(dataSource);
  const keeper = await demoPerson(dataSource, ({ email }) => email === KEEPER);
  for (const realm of Object.keys(DEMO_CONTACTS) as Realm[]) {
    const known: unknown[] = await dataSource.query('select from contact where realm = $1 limit 1', [realm]);
    if (known.length > 0) continue;
    const records = readContacts(Buffer.from(DEMO_CONTACTS[realm]));
    const { planHash } = await exchange.plan(realm, records);
    await exchange.apply(keeper, realm, records, planHash);
  }
}
