/** What a department decided, as far as others have to agree with it. */
export interface Outcome {
  kind: 'use_answer' | 'write_answer' | 'no_reply' | 'returned';
  answerId?: string | null;
}

export type DecisionRule = 'all' | 'any' | 'n_of';

/** Outcomes with the same key are the same decision. */
export function outcomeKey(outcome: Outcome): string {
  return outcome.kind === 'use_answer' ? `use_answer ${outcome.answerId ?? ''}` : outcome.kind;
}

/** How many departments must decide the same. */
export function neededOf(rule: DecisionRule, needed: number, departments: number): number {
  if (rule === 'any') return 1;
  return rule === 'all' ? departments : Math.min(Math.max(needed, 1), departments);
}

/**
 * What the departments' decisions come to: `settled` once enough of them agree, `open` while that is still possible,
 * `disagreed` when it no longer is and they have to be asked again. null stands for a department still to decide.
 */
export function jointOutcome(
  decisions: readonly (Outcome | null)[],
  rule: DecisionRule,
  needed: number,
): { state: 'settled'; key: string } | { state: 'open' } | { state: 'disagreed' } {
  const enough = neededOf(rule, needed, decisions.length);
  const support = new Map<string, number>();
  let undecided = 0;
  for (const decision of decisions) {
    if (decision === null) undecided += 1;
    else support.set(outcomeKey(decision), (support.get(outcomeKey(decision)) ?? 0) + 1);
  }
  for (const [key, count] of support) if (count >= enough) return { state: 'settled', key };
  const most = Math.max(0, ...support.values());
  return most + undecided >= enough ? { state: 'open' } : { state: 'disagreed' };
}
