import type { Person as PersonView } from '#contract/identity';
import type { Locale, Role } from '#platform/contract';
import type { EntityManager } from 'typeorm';

interface Row {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  locale: Locale;
  active: boolean;
  invited: boolean;
  department_ids: string[];
}

/** People as the API shows them, by name; all, or only those with the given ids. */
export async function readPeople(manager: EntityManager, ids?: readonly string[]): Promise<PersonView[]> {
  const rows: Row[] = await manager.query(
    `select person.id, email, name, roles, locale, active, password_hash is null as invited,
       coalesce(array_agg(department_id::text order by department_id) filter (where department_id is not null), '{}')
         as department_ids
     from person left join person_department on person_id = person.id
     where $1::bigint[] is null or person.id = any($1::bigint[])
     group by person.id order by lower(name), person.id`,
    [ids ?? null],
  );
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    name: row.name,
    roles: row.roles,
    departmentIds: row.department_ids,
    locale: row.locale,
    active: row.active,
    invited: row.invited,
  }));
}
