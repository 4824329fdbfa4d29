import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { InputOf } from '#platform/contract';
import { publishEvents } from '#platform/live';
import { conflict, invalidField } from '#platform/problem';
import type { changeInvitationPolicy, InvitationPolicy } from './contract-colleagues.js';
import { DEFAULT_POLICY, type PolicyRules } from './invitation-policy.js';
import type { InvitationPerson } from './move-invitation.js';

export interface CurrentPolicy extends PolicyRules {
  version: number;
}

/** The policy in force. */
export async function currentPolicy(manager: EntityManager): Promise<CurrentPolicy> {
  const [row]: CurrentPolicy[] = await manager.query(
    `select version, level_max as "levelMax", department_ids as "departmentIds", confirm
     from invitation_policy order by version desc limit 1`,
  );
  return row ?? { version: 0, ...DEFAULT_POLICY };
}

/** The policy in force with its versions, the newest first. */
export async function viewPolicy(manager: EntityManager): Promise<InvitationPolicy> {
  const rows: (CurrentPolicy & { at: Date; reason: string; personId: string | null; name: string | null })[] =
    await manager.query(
      `select p.version, p.level_max as "levelMax", p.department_ids as "departmentIds", p.confirm, p.reason, p.at,
         p.person_id as "personId", person.name
       from invitation_policy p left join person on person.id = p.person_id order by p.version desc limit 50`,
    );
  const { version, ...rules } = await currentPolicy(manager);
  return {
    version,
    ...rules,
    departmentIds: [...rules.departmentIds],
    versions: rows.map(({ at, personId, name, departmentIds, ...row }) => ({
      ...row,
      departmentIds: [...departmentIds],
      at: at.toISOString(),
      by: personId === null ? null : { id: personId, name: name ?? '' },
    })),
  };
}

/** Puts another policy in force, in the caller's transaction. Refusals: `changed-meanwhile`, `nothing-to-change`. */
export async function changePolicy(
  manager: EntityManager,
  actor: InvitationPerson,
  { version, reason, ...rules }: InputOf<typeof changeInvitationPolicy>['body'],
): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('passerelle invitation policy'))`);
  const { version: inForce, ...before } = await currentPolicy(manager);
  if (inForce !== version) {
    throw conflict('changed-meanwhile', 'Somebody changed the policy meanwhile; read it again.', {
      version: inForce,
    });
  }
  const departmentIds = [...new Set(rules.departmentIds)].sort();
  await refuseUnknownDepartments(manager, departmentIds);
  const after = { ...rules, departmentIds };
  if (isDeepStrictEqual(before, after)) {
    throw invalidField('levelMax', 'nothing-to-change', 'and the rest are the ones in force');
  }
  const [row]: { version: number }[] = await manager.query(
    `insert into invitation_policy (level_max, department_ids, confirm, reason, person_id)
     values ($1, $2, $3, $4, $5) returning version`,
    [after.levelMax, departmentIds, after.confirm, reason, actor.personId],
  );
  await recordDecision(manager, {
    actor,
    action: 'invitation.policy_changed',
    subjectType: 'invitation_policy',
    subjectId: String(row?.version),
    reason,
    before,
    after,
  });
  await publishEvents(manager, [{ type: 'colleagues.changed' }]);
}

async function refuseUnknownDepartments(manager: EntityManager, ids: readonly string[]): Promise<void> {
  const known: { id: string }[] = await manager.query(
    'select id from department where id = any($1::bigint[])',
    [ids],
  );
  const unknown = ids.find((id) => !known.some((row) => row.id === id));
  if (unknown === undefined) return;
  throw invalidField('departmentIds', 'unknown-department', `holds an unknown department: ${unknown}`);
}
