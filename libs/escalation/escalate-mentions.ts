import type { EntityManager } from 'typeorm';
import { decide, type DecidedMention, lockMentions, type RefusedMention } from '#mentions';
import { invalidField } from '#platform/problem';
import { closeEscalation } from './close-reopen.js';
import { lockEscalation } from './escalation-record.js';
import { topicIdsOf } from './follow-mentions.js';
import type { DecisionRule } from './joint-outcome.js';
import { openEscalation } from './open-escalation.js';
import { readPolicies } from './read-policies.js';

export interface EscalateMentions {
  mentionIds: readonly string[];
  question: string;
  departmentIds: readonly string[];
  mode: 'parallel' | 'in_turn';
  rule: DecisionRule;
  needed: number;
  policyId: string | null;
  version?: number | undefined;
}

/** Escalates mentions, several as one group: the decision on each and the question to the departments go together. */
export async function escalateMentions(
  manager: EntityManager,
  actor: { personId: string; name: string },
  given: EscalateMentions,
  now: Date,
): Promise<{ escalationId: string | null; decided: DecidedMention[]; refused: RefusedMention[] }> {
  await refuseBadChoice(manager, given);
  const { decided, refused } = await decide(manager, actor, given.mentionIds, {
    action: 'escalate',
    note: given.question,
    departmentIds: [...given.departmentIds],
    ...(given.version === undefined ? {} : { version: given.version }),
  });
  if (decided.length === 0) return { escalationId: null, decided, refused };
  const ids = decided.map(({ mentionId }) => mentionId);
  await endStanding(manager, actor, ids, now);
  const mentions = [...(await lockMentions(manager, ids)).values()];
  const [first] = ids.sort((a, b) => Number(a) - Number(b));
  if (first === undefined) throw new Error('no mention was escalated');
  const { id } = await openEscalation(
    manager,
    {
      subjectType: ids.length === 1 ? 'mention' : 'mention_group',
      subjectId: first,
      realm: mentions[0]?.realm === 'training' ? 'training' : 'live',
      level: Math.max(...mentions.map(({ level }) => level)),
      topicIds: await topicIdsOf(manager, ids),
      question: given.question,
      departmentIds: given.departmentIds,
      mode: given.mode,
      rule: given.rule,
      needed: given.needed,
      policyId: given.policyId,
      mentionIds: ids,
      openedBy: actor,
    },
    now,
  );
  return { escalationId: id, decided, refused };
}

async function refuseBadChoice(manager: EntityManager, given: EscalateMentions): Promise<void> {
  if (given.rule === 'n_of' && given.needed > given.departmentIds.length) {
    throw invalidField('needed', 'too-many-needed', 'is more than the departments that are asked', {
      departments: given.departmentIds.length,
    });
  }
  if (given.policyId !== null) {
    const [policy] = await readPolicies(manager, given.policyId);
    if (!policy?.active) throw invalidField('policyId', 'policy-not-found', 'is not a policy in use');
  }
}

/** An escalation left over from before the mention was taken back ends here; the new one takes its place. */
async function endStanding(
  manager: EntityManager,
  actor: { personId: string; name: string },
  mentionIds: readonly string[],
  now: Date,
): Promise<void> {
  const rows: { id: string }[] = await manager.query(
    `select distinct escalation_id as id from escalation_mention where mention_id = any($1::bigint[]) and standing
     order by 1`,
    [mentionIds],
  );
  for (const { id } of rows) {
    const [other] = await manager.query(
      `select from escalation_mention where escalation_id = $1 and standing and mention_id <> all($2::bigint[]) limit 1`,
      [id, mentionIds],
    );
    const locked = await lockEscalation(manager, id);
    if (other) {
      await manager.query(
        `update escalation_mention set standing = false where escalation_id = $1 and mention_id = any($2::bigint[])`,
        [id, mentionIds],
      );
    } else if (locked.escalation.state !== 'closed') {
      await closeEscalation(manager, locked, { by: actor, reason: 'escalated_anew' }, now);
    }
  }
}
