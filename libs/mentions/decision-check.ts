import type { EntityManager } from 'typeorm';
import { permissionsOf, type Role } from '#platform/contract';
import { invalidField } from '#platform/problem';

/** Refuses a person who cannot be given a mention: unknown, inactive, or without the right to handle one. */
export async function refuseUnfitAssignee(manager: EntityManager, assigneeId: string): Promise<void> {
  const [person]: { roles: Role[]; active: boolean }[] = await manager.query(
    `select roles, active from person where id = $1`,
    [assigneeId],
  );
  if (!person?.active || !permissionsOf(person.roles).includes('mentions.triage')) {
    throw invalidField('assigneeId', 'unknown-person', 'is not someone who handles mentions');
  }
}

/** Refuses departments that do not exist. */
export async function refuseUnknownDepartments(
  manager: EntityManager,
  ids: readonly string[],
): Promise<void> {
  const known: { id: string }[] = await manager.query(
    `select id from department where id = any($1::bigint[])`,
    [ids],
  );
  const unknown = ids.filter((id) => !known.some((department) => department.id === id));
  if (unknown.length > 0) {
    throw invalidField('departmentIds', 'unknown-department', 'names a department that does not exist', {
      departmentId: unknown.join(', '),
    });
  }
}

/** Who changed a mention last: by a decision, by a correction, or by a reply that is under way or sent. */
export async function lastHand(manager: EntityManager, mentionId: string): Promise<string | null> {
  const [row]: { name: string }[] = await manager.query(
    `select p.name from (
       select person_id, greatest(at, undone_at) as at from decision where mention_id = $1
       union all select person_id, at from correction where mention_id = $1
       union all select person_id, created_at from reply
         where mention_id = $1 and state in ('queued', 'sending', 'sent', 'uncertain')
     ) as hand join person p on p.id = hand.person_id
     order by hand.at desc limit 1`,
    [mentionId],
  );
  return row?.name ?? null;
}
