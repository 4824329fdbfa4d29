import type { EntityManager } from 'typeorm';
import { type Permission, permissionsOf, ROLES } from '#platform/contract';
import { invalidField } from '#platform/problem';
import type { IncidentRole } from './life-cycles.js';

/** Who may be asked to do something, by what they may do. */
function rolesWith(permission: Permission): string[] {
  return ROLES.filter((role) => permissionsOf([role]).includes(permission));
}

/** Active people who may, in the order of their names. */
export function peopleWho(
  manager: EntityManager,
  permission: Permission,
): Promise<{ id: string; name: string }[]> {
  return manager.query(`select id, name from person where active and roles && $1::text[] order by name, id`, [
    rolesWith(permission),
  ]);
}

/** The person, or a refusal that names the field: nobody, not active, or without the right. */
export async function personWho(
  manager: EntityManager,
  personId: string,
  permission: Permission,
  field: string,
): Promise<{ id: string; name: string }> {
  const [person]: { id: string; name: string }[] = await manager.query(
    `select id, name from person where id = $1 and active and roles && $2::text[]`,
    [personId, rolesWith(permission)],
  );
  if (!person) throw invalidField(field, 'unknown-person', 'is not someone who can take this on');
  return person;
}

/** What a role of the crisis cell takes. */
export function rightOf(role: IncidentRole): Permission {
  return role === 'lead' ? 'incidents.run' : 'incidents.take_part';
}
