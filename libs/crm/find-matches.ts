import type { EntityManager } from 'typeorm';
import type { CrmRecord } from './connector.js';
import type { CrmConnectionRow } from './crm-access.js';

/**
 * Notes which records may be of contacts that have none: the same e-mail, or the same account. A person decides. What
 * was decided, erased or is linked is not proposed; of all others in the CRM nothing is kept.
 */
export async function findMatches(
  manager: EntityManager,
  connection: Pick<CrmConnectionRow, 'id' | 'kind' | 'account'>,
  records: readonly CrmRecord[],
): Promise<void> {
  const given = records.map(({ id, values, handles }) => ({
    id,
    email: values.email?.toLowerCase() ?? null,
    name: values.name,
    organisation: values.organisation,
    handle: handles['x'] ?? null,
  }));
  await manager.query(
    `insert into crm_match (connection_id, contact_id, record_id, reason, name, organisation)
     select distinct on (found.contact_id, found.id) $1::bigint, found.contact_id, found.id, found.reason, found.name,
       found.organisation
     from (
       select given.*, c.id as contact_id, 'same_email' as reason
       from jsonb_to_recordset($2::jsonb) as given(id text, email text, handle text, name text, organisation text)
       join contact c on lower(c.email) = given.email
       where c.realm = 'live' and c.crm_id is null and c.merged_into is null and c.erased_at is null
       union all
       select given.*, c.id, 'same_account'
       from jsonb_to_recordset($2::jsonb) as given(id text, email text, handle text, name text, organisation text)
       join author a on a.network = 'x' and a.key = given.handle
       join contact_author ca on ca.author_id = a.id join contact c on c.id = ca.contact_id
       where c.realm = 'live' and c.crm_id is null and c.merged_into is null and c.erased_at is null
     ) found
     where not exists (select from crm_link l where l.connection_id = $1 and l.record_id = found.id)
       and not exists (
         select from crm_forgotten f where f.kind = $3 and f.account = $4 and f.record_id = found.id)
     order by found.contact_id, found.id, found.reason desc
     on conflict (contact_id, connection_id, record_id)
     do update set name = excluded.name, organisation = excluded.organisation where crm_match.state = 'open'`,
    [connection.id, JSON.stringify(given), connection.kind, connection.account],
  );
}
