import type { SalienceClass } from '#rules/stakeholders';
import type { Concerned } from './concerned.js';

/** Who is asked, in what order, within what time. */

export const TARGET_KINDS = [
  'asked_on_call',
  'asked_lead',
  'department',
  'person',
  'role',
  'stakeholder_owner',
] as const;

/**
 * `asked_on_call` and `asked_lead`: whoever is on call, or leads, in the department that the escalation asks.
 * `department`: whoever is on call in a department named here. `role`: everybody of a role.
 * `stakeholder_owner`: whoever is in charge of the stakeholders that speak in the escalated posts.
 */
export type Target =
  | { kind: 'asked_on_call' }
  | { kind: 'asked_lead' }
  | { kind: 'department'; departmentId: string }
  | { kind: 'person'; personId: string }
  | { kind: 'role'; role: string }
  | { kind: 'stakeholder_owner' };

export interface Step {
  targets: readonly Target[];
  /** Minutes that the step waits before the next one; at least one. */
  delayMinutes: number;
  /** How often the step is asked again, after the same delay, before the next one. */
  repeat: number;
}

export interface Policy {
  id: string;
  /** null: of every topic. */
  topicId: string | null;
  levelMin: number;
  levelMax: number;
  /** Classes of stakeholders, one of which has to be concerned; empty: whoever is. */
  salience: readonly Exclude<SalienceClass, 'none'>[];
  isDefault: boolean;
  active: boolean;
  /** Minutes that whoever has taken it has to decide; then it goes round again, louder. */
  decideMinutes: number;
  steps: readonly Step[];
}

/** What applies where no policy does: nothing is ever asked of nobody. */
export const LAST_RESORT: Pick<Policy, 'steps' | 'decideMinutes'> = {
  decideMinutes: 60,
  steps: [
    { targets: [{ kind: 'asked_on_call' }], delayMinutes: 15, repeat: 0 },
    { targets: [{ kind: 'asked_lead' }], delayMinutes: 15, repeat: 0 },
    { targets: [{ kind: 'role', role: 'crisis_lead' }], delayMinutes: 15, repeat: 0 },
  ],
};

/**
 * The policy for a matter: one for one of its topics goes before one for all, then one for the salience of whoever is
 * concerned, then the one with the narrower range of levels, then the older one; where none fits, the default; null when there is none either.
 */
export function choosePolicy<P extends Policy>(
  policies: readonly P[],
  matter: { topicIds: readonly string[]; level: number; salience: readonly SalienceClass[] },
): P | null {
  const active = policies.filter((policy) => policy.active);
  const fitting = active.filter(
    (policy) =>
      !policy.isDefault &&
      policy.levelMin <= matter.level &&
      matter.level <= policy.levelMax &&
      (policy.topicId === null || matter.topicIds.includes(policy.topicId)) &&
      (policy.salience.length === 0 || policy.salience.some((one) => matter.salience.includes(one))),
  );
  const order = (policy: Policy) => [
    policy.topicId === null ? 1 : 0,
    policy.salience.length === 0 ? 1 : 0,
    policy.levelMax - policy.levelMin,
    Number(policy.id),
  ];
  return (
    fitting.sort((a, b) => compare(order(a), order(b)))[0] ?? active.find((one) => one.isDefault) ?? null
  );
}

/** For the log: the stakeholder by whose salience the policy was chosen; nothing when it asks for none. */
export function routedBy(
  policy: Pick<Policy, 'salience'> | null,
  concerned: readonly Concerned[],
): { stakeholderId?: string; salience?: SalienceClass } {
  const found = concerned.find(({ salience }) => policy?.salience.some((one) => one === salience));
  return found ? { stakeholderId: found.stakeholderId, salience: found.salience } : {};
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
