import type { EntityManager } from 'typeorm';
import { permissionsOf, type Role, ROLES } from '#platform/contract';
import type { DepartmentDuty, DutyBook } from './duty-book.js';
import type { Override, Rota } from './rota.js';

interface DutyRead extends Omit<DepartmentDuty, 'overrides' | 'holidays'> {
  holidays: { day: string }[];
  overrides: { id: string; personId: string; replacesId: string | null; startsAt: string; endsAt: string }[];
}

/** Departments and whoever may decide, as they are now; overrides that have ended before `from` are left out. */
export async function readDutyBook(manager: EntityManager, from: Date): Promise<DutyBook> {
  const departments: DutyRead[] = await manager.query(
    `select d.id as "departmentId", y.lead_id as "leadId", coalesce(y.deputy_ids, '{}') as "deputyIds",
       coalesce(y.time_zone, 'Europe/Paris') as "timeZone", y.quiet_from as "quietFrom",
       y.quiet_until as "quietUntil", coalesce(y.holidays, '[]') as holidays, y.rota,
       coalesce((
         select json_agg(json_build_object('id', o.id::text, 'personId', o.person_id::text,
           'replacesId', o.replaces_id::text, 'startsAt', o.starts_at, 'endsAt', o.ends_at) order by o.id)
         from rota_override o where o.department_id = d.id and o.ends_at > $1), '[]') as overrides
     from department d left join department_duty y on y.department_id = d.id`,
    [from],
  );
  const people: { id: string; roles: Role[] }[] = await manager.query(
    `select id, roles from person where active and roles && $1::text[] order by id`,
    [DECIDING_ROLES],
  );
  return {
    departments: new Map(departments.map((duty) => [duty.departmentId, viewDuty(duty)])),
    people: new Map(people.map(({ id, roles }) => [id, { roles }])),
  };
}

/** The roles that may decide on an escalation. */
export const DECIDING_ROLES = ROLES.filter((role) => permissionsOf([role]).includes('escalations.decide'));

function viewDuty({ holidays, overrides, ...duty }: DutyRead): DepartmentDuty {
  return {
    ...duty,
    rota: duty.rota as Rota | null,
    holidays: holidays.map(({ day }) => day),
    overrides: overrides.map((override): Override => ({
      ...override,
      startsAt: new Date(override.startsAt),
      endsAt: new Date(override.endsAt),
    })),
  };
}
