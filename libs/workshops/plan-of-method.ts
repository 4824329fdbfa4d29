import type { Locale } from '#platform/contract';
import type { Method, Place, Plan } from './contract-plan.js';

/** The method as a plan in one language, its phases stretched or shortened to the minutes that there are. */
export function planOfMethod(method: Method, language: Locale, place: Place, minutes?: number): Plan {
  const say = (text: { fr: string; en: string }) => text[language] || text.fr || text.en;
  const plan: Plan = {
    phases: method.phases.map((phase) => ({ ...phase, title: say(phase.title), text: say(phase.text) })),
    rules: method.rules.map(say),
    roles: method.roles.map((role) => ({ name: say(role.name), text: say(role.text) })),
    roomPlan: say(method.roomPlan[place]),
    dots: method.dots,
    dotsPerItem: method.dotsPerItem,
  };
  return minutes === undefined ? plan : { ...plan, phases: fitPhases(plan.phases, minutes) };
}

export function minutesOf(phases: readonly { minutes: number }[]): number {
  return phases.reduce((sum, phase) => sum + phase.minutes, 0);
}

/**
 * Phases in the same proportions that take exactly the given minutes, by largest remainders; at least a minute each, so
 * that fewer minutes than phases give one minute each. Phases that fit already stay as they are.
 */
export function fitPhases<P extends { minutes: number }>(phases: readonly P[], minutes: number): P[] {
  const total = minutesOf(phases);
  if (total <= minutes && minutes - total < total / 10) return [...phases];
  const spare = minutes - phases.length;
  if (spare <= 0) return phases.map((phase) => ({ ...phase, minutes: 1 }));
  // One minute is each phase's own; what is left is shared by the weight of what it had beyond that.
  const weight = Math.max(1, total - phases.length);
  const exact = phases.map((phase) =>
    total === phases.length ? spare / phases.length : ((phase.minutes - 1) * spare) / weight,
  );
  const whole = exact.map(Math.floor);
  let left = spare - whole.reduce((sum, one) => sum + one, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left <= 0) break;
    whole[index] = (whole[index] ?? 0) + 1;
    left -= 1;
  }
  return phases.map((phase, index) => ({ ...phase, minutes: 1 + (whole[index] ?? 0) }));
}
