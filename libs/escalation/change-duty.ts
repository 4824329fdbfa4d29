import type { EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { InputOf } from '#platform/contract';
import { publishEvents } from '#platform/live';
import { conflict, forbidden, invalidField, notFound } from '#platform/problem';
import type { EscalationActor } from './acting.js';
import type { changeDuty } from './contract.js';
import { readDutyBook } from './read-duty-book.js';
import { gapsOf } from './rota.js';

type Body = InputOf<typeof changeDuty>['body'];

/** Who may not change everything may change the department that they belong to. */
export function mayChangeDuty(
  actor: Pick<EscalationActor, 'permissions' | 'departmentIds'>,
  departmentId: string,
): boolean {
  return actor.permissions.includes('escalations.write') || actor.departmentIds.includes(departmentId);
}

export function refuseForeignDepartment(actor: EscalationActor, departmentId: string): void {
  if (!mayChangeDuty(actor, departmentId)) {
    throw forbidden('not-your-department', 'Only one’s own department can be changed.');
  }
}

/** Changes what a department's duty is, in the caller's transaction. */
export async function changeDutyRow(
  manager: EntityManager,
  actor: EscalationActor,
  departmentId: string,
  { version, acceptGaps, ...fields }: Body,
): Promise<void> {
  refuseForeignDepartment(actor, departmentId);
  const [department] = await manager.query(`select id from department where id = $1`, [departmentId]);
  if (!department) throw notFound('department-not-found', 'There is no such department.');
  refuseBadTimes(fields);
  await refuseUnfitPeople(manager, fields);
  const [gap] = fields.rota ? gapsOf(fields.rota) : [];
  if (gap && !acceptGaps) {
    throw invalidField('rota', 'rota-gap', `has nobody from ${clock(gap.from)} to ${clock(gap.until)}`, {
      from: clock(gap.from),
      until: clock(gap.until),
    });
  }
  await manager.query(
    `insert into department_duty (department_id, version) values ($1, 0) on conflict (department_id) do nothing`,
    [departmentId],
  );
  const [before]: { version: number }[] = await manager.query(
    `select lead_id as "leadId", deputy_ids as "deputyIds", time_zone as "timeZone", quiet_from as "quietFrom",
       quiet_until as "quietUntil", holidays, rota, version
     from department_duty where department_id = $1 for update`,
    [departmentId],
  );
  if (before?.version !== version) {
    throw conflict('changed-meanwhile', 'This was changed since you opened it.', {
      version: before?.version ?? 0,
    });
  }
  await manager.query(
    `update department_duty set lead_id = $2, deputy_ids = $3, time_zone = $4, quiet_from = $5, quiet_until = $6,
       holidays = $7, rota = $8, version = version + 1
     where department_id = $1`,
    [
      departmentId,
      fields.leadId,
      fields.deputyIds,
      fields.timeZone,
      fields.quietFrom,
      fields.quietUntil,
      JSON.stringify(fields.holidays),
      fields.rota === null ? null : JSON.stringify(fields.rota),
    ],
  );
  await publishEvents(manager, [{ type: 'duty.changed', departmentId }]);
  await recordDecision(manager, {
    actor,
    action: 'duty.changed',
    subjectType: 'department',
    subjectId: departmentId,
    before,
    after: fields,
  });
}

function refuseBadTimes({ timeZone, quietFrom, quietUntil }: Omit<Body, 'version' | 'acceptGaps'>): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw invalidField('timeZone', 'unknown-time-zone', 'is not the name of a time zone');
  }
  if ((quietFrom === null) !== (quietUntil === null)) {
    const field = quietFrom === null ? 'quietFrom' : 'quietUntil';
    throw invalidField(
      field,
      'quiet-hours-incomplete',
      'is required: quiet hours have a beginning and an end',
    );
  }
  if (quietFrom !== null && quietFrom === quietUntil) {
    throw invalidField('quietUntil', 'quiet-hours-all-day', 'is the beginning: the whole day would be quiet');
  }
}

async function refuseUnfitPeople(
  manager: EntityManager,
  { leadId, deputyIds, rota }: Pick<Body, 'leadId' | 'deputyIds' | 'rota'>,
): Promise<void> {
  const { people } = await readDutyBook(manager, new Date());
  const onRota =
    rota === null
      ? []
      : rota.kind === 'custom'
        ? rota.shifts.map((shift) => shift.personId)
        : rota.participants;
  const named: [string, readonly string[]][] = [
    ['leadId', leadId === null ? [] : [leadId]],
    ['deputyIds', deputyIds],
    ['rota', onRota],
  ];
  for (const [field, ids] of named) {
    if (ids.some((id) => !people.has(id))) {
      throw invalidField(field, 'unknown-person', 'names someone who cannot decide');
    }
  }
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A minute of the week, as `Sat 18:00`; the end of the week is written as such. */
export function clock(minute: number): string {
  const [day, rest] = [Math.floor(minute / 1440), minute % 1440];
  if (day >= 7) return 'Sun 24:00';
  const two = (number: number) => String(number).padStart(2, '0');
  return `${WEEKDAYS[day]} ${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}
