import type { EntityManager } from 'typeorm';
import { conflict } from '#platform/problem';
import { type EscalationActor, finishAct } from './acting.js';
import { closeEscalation } from './close-reopen.js';
import { lockEscalation, readAsks } from './escalation-record.js';

/**
 * Merges a duplicate into another escalation: the other takes its mentions on, and the departments that it does not ask
 * yet; the duplicate closes and says where it went.
 */
export async function mergeEscalations(
  manager: EntityManager,
  actor: EscalationActor,
  { escalationId, intoId }: { escalationId: string; intoId: string },
  now: Date,
): Promise<void> {
  if (escalationId === intoId) throw notPossible('An escalation cannot be merged into itself.');
  // In the order of their ids, as every lock on several escalations is taken.
  const [lower, higher] = [escalationId, intoId].sort((a, b) => Number(a) - Number(b)) as [string, string];
  const locked = new Map([
    [lower, await lockEscalation(manager, lower)],
    [higher, await lockEscalation(manager, higher)],
  ]);
  const [from, into] = [locked.get(escalationId), locked.get(intoId)];
  if (!from || !into) throw new Error('a locked escalation is missing');
  for (const { escalation } of [from, into]) {
    if (escalation.state !== 'open' && escalation.state !== 'acknowledged') {
      throw notPossible('Only undecided escalations can be merged.');
    }
  }
  if (from.escalation.realm !== into.escalation.realm) {
    throw notPossible('The training network and the real ones stay apart.');
  }
  const moved: { id: string }[] = await manager.query(
    `select mention_id as id from escalation_mention where escalation_id = $1 and standing`,
    [escalationId],
  );
  if (moved.length === 0) throw notPossible('Only escalations of mentions can be merged.');
  await closeEscalation(manager, from, { by: actor, reason: 'merged', mergedInto: intoId }, now);
  await manager.query(
    `insert into escalation_mention (escalation_id, mention_id) select $1, unnest($2::bigint[])
     on conflict (escalation_id, mention_id) do update set standing = true`,
    [intoId, moved.map(({ id }) => id)],
  );
  const known = into.asks.map(({ departmentId }) => departmentId);
  const added = [
    ...new Set(
      from.asks.map(({ departmentId }) => departmentId).filter((id) => id !== null && !known.includes(id)),
    ),
  ];
  await manager.query(
    `insert into escalation_ask (escalation_id, department_id, place, state, next_at, began_at, level, policy_id)
     select $1, unnest($2::bigint[]), $3, 'open', $4, $4, $5, $6`,
    [
      intoId,
      added,
      Math.max(...into.asks.map(({ place }) => place)) + 1,
      now,
      into.escalation.level,
      into.escalation.policyId,
    ],
  );
  await finishAct(
    manager,
    now,
    { escalation: into.escalation, asks: await readAsks(manager, [intoId]) },
    [
      {
        escalationId: intoId,
        kind: 'absorbed',
        personId: actor.personId,
        params: { from: escalationId, mentions: moved.length, departments: added.length },
      },
    ],
    {
      actor,
      action: 'escalation.absorbed',
      after: { from: escalationId, mentionIds: moved.map(({ id }) => id), departmentIds: added },
    },
  );
}

function notPossible(detail: string) {
  return conflict('merge-not-possible', detail);
}
