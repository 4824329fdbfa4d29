/** Who is asked, in what order, within what time. */

export const TARGET_KINDS = ['asked_on_call', 'asked_lead', 'department', 'person', 'role'] as const;

/**
 * `asked_on_call` and `asked_lead`: whoever is on call, or leads, in the department that the escalation asks.
 * `department`: whoever is on call in a department named here. `role`: everybody of a role.
 */
export type Target =
  | { kind: 'asked_on_call' }
  | { kind: 'asked_lead' }
  | { kind: 'department'; departmentId: string }
  | { kind: 'person'; personId: string }
  | { kind: 'role'; role: string };

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
 * The policy for a matter: one for one of its topics goes before one for all, then the one with the narrower range of
 * levels, then the older one; where none fits, the default; null when there is none either.
 */
export function choosePolicy<P extends Policy>(
  policies: readonly P[],
  matter: { topicIds: readonly string[]; level: number },
): P | null {
  const active = policies.filter((policy) => policy.active);
  const fitting = active.filter(
    (policy) =>
      !policy.isDefault &&
      policy.levelMin <= matter.level &&
      matter.level <= policy.levelMax &&
      (policy.topicId === null || matter.topicIds.includes(policy.topicId)),
  );
  const order = (policy: Policy) => [
    policy.topicId === null ? 1 : 0,
    policy.levelMax - policy.levelMin,
    Number(policy.id),
  ];
  return (
    fitting.sort((a, b) => compare(order(a), order(b)))[0] ?? active.find((one) => one.isDefault) ?? null
  );
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
