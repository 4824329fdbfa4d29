import type { EntityManager } from 'typeorm';
import type { CrmConnectionView, readContactCrm } from '#contract/crm';
import type { ResponseOf } from '#platform/contract';

type Row = Omit<CrmConnectionView, 'problem' | 'lastPassAt' | 'connectedAt'> & {
  problemCode: string | null;
  problemDetail: string | null;
  lastPassAt: Date | null;
  connectedAt: Date;
};

export async function readConnection(manager: EntityManager): Promise<CrmConnectionView | null> {
  const [row]: Row[] = await manager.query(
    `select c.account, c.base_address as "baseAddress", c.direction, c.state, c.problem_code as "problemCode",
       c.problem_detail as "problemDetail", c.last_pass_at as "lastPassAt", c.last_pass as "lastPass",
       c.connected_at as "connectedAt", c.holder is not null and c.lease_until > now() as running,
       (select count(*)::int from crm_link l where l.connection_id = c.id and l.state = 'linked') as links,
       (select count(*)::int from crm_conflict x join crm_link l on l.id = x.link_id
        where l.connection_id = c.id) as conflicts,
       (select count(*)::int from crm_match m where m.connection_id = c.id and m.state = 'open') as matches,
       (select count(*)::int from crm_forgotten f
        where f.kind = c.kind and f.account = c.account and f.archived_at is null) as "toArchive"
     from crm_connection c`,
  );
  if (!row) return null;
  const { problemCode, problemDetail, lastPassAt, connectedAt, ...rest } = row;
  return {
    ...rest,
    problem: problemCode === null ? null : { code: problemCode, detail: problemDetail ?? '' },
    lastPassAt: lastPassAt?.toISOString() ?? null,
    connectedAt: connectedAt.toISOString(),
  };
}

type ContactCrm = ResponseOf<typeof readContactCrm>;

export async function readContactLink(manager: EntityManager, contactId: string): Promise<ContactCrm> {
  const [row]: { link: (NonNullable<ContactCrm['link']> & { state: string | null }) | null }[] =
    await manager.query(
      `select case when l.id is null then null else jsonb_build_object(
         'state', l.state, 'recordUrl', c.record_address || l.record_id,
         'waiting', l.state = 'to_create' or l.seen_version <> t.version and c.direction <> 'in',
         'conflicts', (select count(*) from crm_conflict x where x.link_id = l.id),
         'checkedAt', to_char(l.checked_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as link
       from crm_connection c
       left join crm_link l on l.connection_id = c.id and l.contact_id = $1
       left join contact t on t.id = l.contact_id`,
      [contactId],
    );
  return { connected: row !== undefined, link: row?.link ?? null };
}
