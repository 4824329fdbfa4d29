import type { EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { AskRecord, EscalationRecord } from './escalation-record.js';
import { writeLog } from './escalation-log.js';
import { choosePolicy, routedBy } from './policy.js';
import { readConcernedBy } from './read-concerned.js';
import { readPolicies } from './read-policies.js';
import { escalationsChanged } from './wake-engine.js';

/**
 * The matter has become more severe while it waits for a decision: the policy of the new level takes over, and whoever
 * has not taken it is asked at once from the top of that chain, through quiet hours from level 3 on. Whoever has it keeps
 * it, with the time that they have. The caller holds the lock. False when there is nothing to raise.
 */
export async function raiseEscalation(
  manager: EntityManager,
  { escalation, asks }: { escalation: EscalationRecord; asks: readonly AskRecord[] },
  { level, topicIds }: { level: number; topicIds: readonly string[] },
  now: Date,
): Promise<boolean> {
  const undecided = escalation.state === 'open' || escalation.state === 'acknowledged';
  if (!undecided || level <= escalation.level) return false;
  const concerned = (await readConcernedBy(manager, [escalation.id])).get(escalation.id) ?? [];
  const policy = choosePolicy(await readPolicies(manager), {
    topicIds,
    level,
    salience: concerned.map(({ salience }) => salience),
  });
  await turnTo(manager, { escalation, asks }, { level, policyId: policy?.id ?? null }, now);
  await writeLog(manager, now, [
    {
      escalationId: escalation.id,
      kind: 'raised',
      params: { from: escalation.level, to: level, ...routedBy(policy, concerned) },
    },
  ]);
  await escalationsChanged(manager, [escalation.id]);
  await recordDecision(manager, {
    actor: null,
    action: 'escalation.raised',
    subjectType: 'escalation',
    subjectId: escalation.id,
    before: { level: escalation.level, policyId: escalation.policyId },
    after: { level, policyId: policy?.id ?? null },
  });
  return true;
}

/**
 * Goes by another policy from now on: whoever has not taken it is asked at once from the top of that chain; whoever has
 * it keeps it, with the time that they have.
 */
export async function turnTo(
  manager: EntityManager,
  { escalation, asks }: { escalation: Pick<EscalationRecord, 'id'>; asks: readonly AskRecord[] },
  { level, policyId }: { level: number; policyId: string | null },
  now: Date,
): Promise<void> {
  await manager.query(
    `update escalation set level = $2, policy_id = $3, version = version + 1 where id = $1`,
    [escalation.id, level, policyId],
  );
  await manager.query(
    `update escalation_ask a set level = $2, policy_id = $3,
       next_at = case when a.state = 'open' then $4 else a.next_at end,
       round = case when a.state = 'open' then a.round + 1 else a.round end,
       loud_from = case when a.state = 'open' then a.loud_from + 1 else a.loud_from end,
       step = case when a.state = 'open' then 0 else a.step end,
       repetition = case when a.state = 'open' then 0 else a.repetition end
     where a.id = any($1::bigint[])`,
    [asks.map(({ id }) => id), level, policyId, now],
  );
}
