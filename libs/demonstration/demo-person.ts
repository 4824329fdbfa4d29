import type { DataSource } from 'typeorm';
import { type Permission, permissionsOf, type Role } from '#platform/contract';
import { DEMO_PEOPLE, type DemoPerson } from './people.js';

export interface DemoActor {
  personId: string;
  name: string;
  roles: Role[];
  permissions: Permission[];
  departmentIds: string[];
  sessionId: string;
}

/** One of the demonstration's people as they act, with their rights; throws when nobody fits. */
export async function demoPerson(
  dataSource: DataSource,
  fits: (person: DemoPerson) => boolean,
): Promise<DemoActor> {
  const person = DEMO_PEOPLE.find(fits);
  const [row]: { id: string; department_ids: string[] }[] = await dataSource.query(
    `select id, array(select department_id::text from person_department where person_id = person.id)
       as department_ids
     from person where email = $1`,
    [person?.email],
  );
  if (!person || !row) throw new Error('the demonstration has no such person');
  return {
    personId: row.id,
    name: person.name,
    roles: person.roles,
    permissions: permissionsOf(person.roles),
    departmentIds: row.department_ids,
    sessionId: '0',
  };
}
