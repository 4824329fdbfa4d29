import type { EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { writeLog } from './escalation-log.js';
import type { DecisionRule } from './joint-outcome.js';
import { choosePolicy, routedBy } from './policy.js';
import { readConcerned } from './read-concerned.js';
import { readPolicies } from './read-policies.js';
import type { SubjectType } from './subjects.js';
import { escalationsChanged } from './wake-engine.js';

export interface NewEscalation {
  subjectType: SubjectType;
  /** Id of the mention, of the first mention of a group, of the request for an answer, or of the topic. */
  subjectId: string;
  realm: 'live' | 'training';
  level: number;
  topicIds: readonly string[];
  /** What is asked. */
  question: string;
  /** Why it is asked: a short text, may be empty. */
  why?: string;
  /** Empty: whomever the policy names. */
  departmentIds: readonly string[];
  mode?: 'parallel' | 'in_turn';
  rule?: DecisionRule;
  needed?: number;
  /** null: the policy for the topic and the level. */
  policyId?: string | null;
  mentionIds?: readonly string[];
  /** null: the product itself. */
  openedBy: { personId: string; name: string } | null;
}

/**
 * Opens an escalation in the caller's transaction; its first step is due at once. While one stands open on the same
 * subject, that one is given back and nothing is added.
 */
export async function openEscalation(
  manager: EntityManager,
  given: NewEscalation,
  now: Date,
): Promise<{ id: string; isNew: boolean }> {
  const policies = await readPolicies(manager);
  const concerned = await readConcerned(manager, given, now);
  const salience = concerned.map((one) => one.salience);
  const chosen = given.policyId
    ? (policies.find(({ id }) => id === given.policyId) ?? null)
    : choosePolicy(policies, { ...given, salience });
  const departmentIds = [...new Set(given.departmentIds)];
  const [row]: { id: string }[] = await manager.query(
    `insert into escalation (subject_type, subject_id, realm, level, topic_id, question, why, policy_id, mode, rule,
       needed, opened_by, opened_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (subject_type, subject_id, realm) where state in ('open', 'acknowledged') do nothing
     returning id`,
    [
      given.subjectType,
      given.subjectId,
      given.realm,
      given.level,
      chosen?.topicId ?? given.topicIds[0] ?? null,
      given.question,
      given.why ?? '',
      chosen?.id ?? null,
      given.mode ?? 'parallel',
      given.rule ?? 'all',
      given.needed ?? 1,
      given.openedBy?.personId ?? null,
      now,
    ],
  );
  if (!row) return { id: await standingOn(manager, given), isNew: false };
  await manager.query(
    `insert into escalation_mention (escalation_id, mention_id) select $1, unnest($2::bigint[]) on conflict do nothing`,
    [row.id, given.mentionIds ?? []],
  );
  await insertAsks(manager, row.id, departmentIds, { ...given, policyId: chosen?.id ?? null }, now);
  await writeLog(manager, now, [
    {
      escalationId: row.id,
      kind: 'opened',
      personId: given.openedBy?.personId ?? null,
      params: {
        ...{ policy: chosen?.name ?? null, departmentIds, ...routedBy(chosen, concerned) },
        ...(given.policyId ? { byHand: true } : {}),
      },
    },
  ]);
  await escalationsChanged(manager, [row.id]);
  await recordDecision(manager, {
    actor: given.openedBy,
    action: 'escalation.opened',
    subjectType: 'escalation',
    subjectId: row.id,
    reason: given.question,
    after: {
      subject: `${given.subjectType} ${given.subjectId}`,
      level: given.level,
      policyId: chosen?.id ?? null,
      departmentIds,
      mode: given.mode ?? 'parallel',
      rule: given.rule ?? 'all',
      mentionIds: given.mentionIds ?? [],
    },
  });
  return { id: row.id, isNew: true };
}

/** In turn, the first is asked and the others wait for it. Without a department, whomever the policy names is asked. */
async function insertAsks(
  manager: EntityManager,
  escalationId: string,
  departmentIds: readonly string[],
  { mode, level, policyId }: Pick<NewEscalation, 'mode' | 'level' | 'policyId'>,
  now: Date,
): Promise<void> {
  const asked = departmentIds.length > 0 ? departmentIds : [null];
  const open = asked.map((_, index) => mode !== 'in_turn' || index === 0);
  await manager.query(
    `insert into escalation_ask (escalation_id, department_id, place, state, next_at, began_at, level, policy_id)
     select $1, w.department_id, w.place, case when w.open then 'open' else 'waiting' end,
       case when w.open then $4::timestamptz end, case when w.open then $4::timestamptz end, $5, $6
     from unnest($2::bigint[], $3::boolean[]) with ordinality as w(department_id, open, place)
     order by w.place`,
    [escalationId, asked, open, now, level, policyId ?? null],
  );
}

async function standingOn(
  manager: EntityManager,
  { subjectType, subjectId, realm }: NewEscalation,
): Promise<string> {
  const [row]: { id: string }[] = await manager.query(
    `select id from escalation where subject_type = $1 and subject_id = $2 and realm = $3
       and state in ('open', 'acknowledged')`,
    [subjectType, subjectId, realm],
  );
  if (!row) throw new Error('an escalation was neither inserted nor found');
  return row.id;
}
