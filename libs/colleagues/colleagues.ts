import type { EntityManager } from 'typeorm';
import { permissionsOf, ROLES } from '#platform/contract';
import { notFound } from '#platform/problem';
import type { Colleague } from './contract-colleagues.js';
import { allowsPerson } from './invitation-policy.js';
import { currentPolicy } from './policy.js';

/** Roles by which one can be invited to answer. */
export const ANSWERING_ROLES = ROLES.filter((role) => permissionsOf([role]).includes('invitations.answer'));

type Row = Omit<Colleague, 'allowed'>;

/** Active people who can be invited, by name: all, those with an id, or those who know about a field. */
export async function readColleagues(
  manager: EntityManager,
  { ids = null, fieldId = null }: { ids?: readonly string[] | null; fieldId?: string | null } = {},
): Promise<Colleague[]> {
  const policy = await currentPolicy(manager);
  const rows: Row[] = await manager.query(
    `select p.id, p.name, p.password_hash is null as newcomer,
       coalesce((select array_agg(d.department_id::text order by d.department_id) from person_department d
         where d.person_id = p.id), '{}') as "departmentIds",
       coalesce((select array_agg(k.field_id::text order by k.field_id) from person_field k
         where k.person_id = p.id), '{}') as "fieldIds",
       (select count(*)::integer from answer_invitation_person ip
          join answer_invitation i on i.id = ip.invitation_id
        where ip.person_id = p.id and ip.declined_at is null
          and (i.state = 'open' or (i.state = 'taken' and i.taken_by = p.id))) as waiting
     from person p
     where p.active and p.roles && $1::text[] and ($2::bigint[] is null or p.id = any($2::bigint[]))
       and ($3::bigint is null or exists (select from person_field k where k.person_id = p.id and k.field_id = $3))
     order by lower(p.name), p.id`,
    [ANSWERING_ROLES, ids, fieldId],
  );
  return rows.map((row) => ({ ...row, allowed: allowsPerson(policy, row.departmentIds) }));
}

export async function readColleague(manager: EntityManager, personId: string): Promise<Colleague> {
  const [colleague] = await readColleagues(manager, { ids: [personId] });
  if (!colleague) throw notFound('colleague-not-found', 'There is no such active colleague.');
  return colleague;
}
