import { type countMentions, MENTION_STATES, type MentionState } from '#contract/mentions';
import type { ResponseOf } from '#platform/contract';

/**
 * How many mentions stand in the given states (none given: in any). Counts stop at a ceiling (999 or more), and hold for
 * what was looked at where that was not everything.
 */
export function countOfStates(
  { byState, ceiling, partial }: Pick<ResponseOf<typeof countMentions>, 'byState' | 'ceiling' | 'partial'>,
  states: readonly MentionState[],
): { count: number; orMore: boolean } {
  const asked = states.length > 0 ? states : MENTION_STATES;
  const counts = asked.map((state) => byState[state] ?? 0);
  const sum = counts.reduce((total, count) => total + count, 0);
  const full = counts.some((count) => count >= ceiling) || sum >= ceiling;
  return { count: full ? ceiling - 1 : sum, orMore: full || asked.some((state) => partial.includes(state)) };
}
