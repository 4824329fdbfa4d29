import type { DataSource, EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { inTransaction } from '#platform/database';
import type { Concerned } from './concerned.js';
import { type AskRecord, type EscalationRecord, lockEscalation, mentionIdsOf } from './escalation-record.js';
import { writeLog } from './escalation-log.js';
import { topicIdsOf } from './follow-mentions.js';
import { choosePolicy, routedBy } from './policy.js';
import { turnTo } from './raise-escalation.js';
import { IS_ON_TOPIC, readConcernedBy } from './read-concerned.js';
import { readPolicies } from './read-policies.js';
import { tellRerouted } from './tell-people.js';
import { escalationsChanged } from './wake-engine.js';

const MANY = 100;

/**
 * Whoever spoke turns out to speak for a stakeholder, or one speaks on an escalated topic only now: while nothing has been
 * decided, the escalation goes by the policy for that salience from then on. Found by the rows alone, whatever attached the account; each is moved
 * under its lock, once. Returns how many were.
 */
export async function followStakeholders(dataSource: DataSource, clock: () => Date): Promise<number> {
  let moved = 0;
  // Those that no policy for their salience fits stay as they are: they must not stand in the way of the others.
  for (let after: string | null = '0'; after !== null;) {
    const rows: { id: string }[] = await dataSource.query(ATTACHED_SINCE, [after]);
    for (const { id } of rows) {
      if (await inTransaction(dataSource, ({ manager }) => reroute(manager, id, clock()))) moved += 1;
    }
    after = rows.length < MANY ? null : (rows.at(-1)?.id ?? null);
  }
  return moved;
}

/**
 * Undecided, about posts of an account that was attached after the opening (or about a topic on which one has spoken
 * since), and by a policy that asks for no salience and that nobody chose by hand.
 */
const ATTACHED_SINCE = `
  select e.id from escalation e
  where e.state in ('open', 'acknowledged') and e.id > $1::bigint
    and exists (select from escalation_policy p where p.active and p.salience <> '{}')
    and not exists (select from escalation_policy p where p.id = e.policy_id and p.salience <> '{}')
    and not exists (
      select from escalation_log l where l.escalation_id = e.id and l.kind = 'opened' and l.params->'byHand' = 'true')
    and (exists (
      select from escalation_mention given
      join mention_identity i on i.mention_id = given.mention_id
      join mention m on m.id = i.mention_id and m.published_at = i.published_at
      join stakeholder_author sa on sa.author_id = m.author_id and sa.attached_at > e.opened_at
      join stakeholder s on s.id = sa.stakeholder_id and s.archived_at is null
      where given.escalation_id = e.id and given.standing)
    or (e.subject_type = 'topic' and exists (
      select from stakeholder s join stakeholder_author sa on sa.stakeholder_id = s.id
      join mention m on m.author_id = sa.author_id
      where s.realm = e.realm and s.archived_at is null and m.published_at >= e.opened_at - interval '1 day'
        and (m.published_at > e.opened_at or sa.attached_at > e.opened_at) and ${IS_ON_TOPIC})))
  order by e.id limit ${MANY}`;

async function reroute(manager: EntityManager, id: string, now: Date): Promise<boolean> {
  const { escalation, asks } = await lockEscalation(manager, id);
  if (escalation.state !== 'open' && escalation.state !== 'acknowledged') return false;
  const policies = await readPolicies(manager);
  const before = policies.find((policy) => policy.id === escalation.policyId) ?? null;
  if (before && before.salience.length > 0) return false;
  const concerned = (await readConcernedBy(manager, [id])).get(id) ?? [];
  const policy = choosePolicy(policies, {
    topicIds:
      escalation.subjectType === 'topic'
        ? [escalation.subjectId]
        : await topicIdsOf(manager, await mentionIdsOf(manager, id)),
    level: escalation.level,
    salience: concerned.map(({ salience }) => salience),
  });
  if (!policy || policy.salience.length === 0) return false;
  await turnTo(manager, { escalation, asks }, { level: escalation.level, policyId: policy.id }, now);
  const routed = routedBy(policy, concerned);
  await writeLog(manager, now, [
    {
      escalationId: id,
      kind: 'rerouted',
      params: { policy: policy.name, before: before?.name ?? null, ...routed },
    },
  ]);
  const personIds = responsible(escalation, asks, concerned, routed.stakeholderId);
  await tellRerouted(manager, escalation, { personIds, policy: policy.name });
  await escalationsChanged(manager, [id]);
  await recordDecision(manager, {
    actor: null,
    action: 'escalation.rerouted',
    subjectType: 'escalation',
    subjectId: id,
    before: { policyId: escalation.policyId },
    after: { policyId: policy.id, ...routed },
  });
  return true;
}

/** Who escalated it, who has taken it, and who is in charge of the stakeholder: others are asked by the policy itself. */
function responsible(
  { openedBy }: EscalationRecord,
  asks: readonly AskRecord[],
  concerned: readonly Concerned[],
  stakeholderId: string | undefined,
): string[] {
  const takers = asks.flatMap(({ state, ownerId }) => (state === 'acknowledged' && ownerId ? [ownerId] : []));
  const owner = concerned.find((one) => one.stakeholderId === stakeholderId)?.ownerId;
  return [...new Set([...takers, ...(owner ? [owner] : []), ...(openedBy ? [openedBy] : [])])];
}
