import type { EntityManager } from 'typeorm';
import type { CrmConnectionRow } from './crm-access.js';

type Connection = Pick<CrmConnectionRow, 'id' | 'kind' | 'account'>;

/** Brings the links in step with what happened to contacts: erased, merged, given another reference. */
export async function tidyLinks(manager: EntityManager, connection: Connection): Promise<void> {
  await forgetErased(manager, connection);
  await manager.query(
    `update crm_link l set state = 'merged_here' from contact c
     where l.connection_id = $1 and c.id = l.contact_id and c.merged_into is not null and c.crm_id = l.record_id
       and l.state <> 'merged_here'`,
    [connection.id],
  );
  // A person gave another reference, or took it away.
  await manager.query(
    `delete from crm_link l using contact c
     where l.connection_id = $1 and c.id = l.contact_id
       and (l.record_id is not null and (c.crm_id is distinct from l.record_id or c.crm_system is distinct from $2)
         or l.record_id is null and (c.crm_id is not null or c.merged_into is not null))`,
    [connection.id, connection.kind],
  );
  await manager.query(
    `insert into crm_link (connection_id, contact_id, record_id, state)
     select $1::bigint, c.id, c.crm_id, case when c.merged_into is null then 'linked' else 'merged_here' end from contact c
     where c.realm = 'live' and c.erased_at is null and c.crm_system = $2
       and not exists (select from crm_forgotten f where f.kind = $2 and f.account = $3 and f.record_id = c.crm_id)
     on conflict do nothing`,
    [connection.id, connection.kind, connection.account],
  );
  await manager.query(
    `delete from crm_match m using contact c
     where m.connection_id = $1 and m.state = 'open' and c.id = m.contact_id
       and (c.crm_id is not null or c.merged_into is not null or c.erased_at is not null)`,
    [connection.id],
  );
}

/** Of whoever was erased here, the record is to be archived there, and never comes back. */
export async function forgetErased(manager: EntityManager, connection: Connection): Promise<void> {
  await manager.query(
    `insert into crm_forgotten (kind, account, record_id)
     select $2, $3, l.record_id from crm_link l join contact c on c.id = l.contact_id
     where l.connection_id = $1 and c.erased_at is not null and l.record_id is not null
     on conflict do nothing`,
    [connection.id, connection.kind, connection.account],
  );
  await manager.query(
    `delete from crm_link l using contact c where l.connection_id = $1 and c.id = l.contact_id and c.erased_at is not null`,
    [connection.id],
  );
  await manager.query(
    `delete from crm_match m using contact c
     where m.connection_id = $1 and m.state = 'open' and c.id = m.contact_id and c.erased_at is not null`,
    [connection.id],
  );
}
