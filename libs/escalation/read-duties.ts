import type { EntityManager } from 'typeorm';
import type { EscalationActor } from './acting.js';
import { mayChangeDuty } from './change-duty.js';
import type { Duty, DutyFields } from './contract.js';
import { whoIsAsked } from './duty-book.js';
import { readDutyBook } from './read-duty-book.js';
import { gapsOf } from './rota.js';

interface DutyRead extends DutyFields {
  departmentId: string;
  version: number;
  calendarToken: string | null;
  members: { id: string; name: string }[];
}

/** Departments as they stand, with who would be asked at this moment; one of them, or all. */
export async function readDuties(
  manager: EntityManager,
  actor: EscalationActor,
  now: Date,
  departmentId: string | null = null,
): Promise<Duty[]> {
  const rows: DutyRead[] = await manager.query(
    `select d.id as "departmentId", y.lead_id as "leadId", coalesce(y.deputy_ids, '{}') as "deputyIds",
       coalesce(y.time_zone, 'Europe/Paris') as "timeZone", y.quiet_from as "quietFrom",
       y.quiet_until as "quietUntil", coalesce(y.holidays, '[]') as holidays, y.rota,
       coalesce(y.version, 0) as version, y.calendar_token as "calendarToken",
       coalesce((
         select json_agg(json_build_object('id', p.id::text, 'name', p.name) order by p.name)
         from person_department pd join person p on p.id = pd.person_id
         where pd.department_id = d.id and p.active), '[]') as members
     from department d left join department_duty y on y.department_id = d.id
     where $1::bigint is null or d.id = $1 order by d.id`,
    [departmentId],
  );
  const book = await readDutyBook(manager, now);
  const asked = rows.map((row) =>
    whoIsAsked(book, [{ kind: 'asked_on_call' }], {
      departmentId: row.departmentId,
      moment: now,
      louder: false,
    }),
  );
  const people: { id: string; name: string }[] = await manager.query(
    `select id, name from person where id = any($1::bigint[])`,
    [asked.flat().map(({ personId }) => personId)],
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ calendarToken, ...row }, index) => {
    const mayChange = mayChangeDuty(actor, row.departmentId);
    return {
      ...row,
      now: (asked[index] ?? []).map(({ personId, because }) => ({
        id: personId,
        name: names.get(personId) ?? '',
        because,
      })),
      gaps: row.rota === null ? [] : gapsOf(row.rota),
      // The address is the key: only who may change the rota is told it.
      calendarPath: mayChange && calendarToken !== null ? `/api/calendars/${calendarToken}` : null,
      mayChange,
    };
  });
}
