import type { Phase, Plan } from '#contract/workshops';

/** A phase of its own, with a key that no other has; keys stay when phases are renamed or moved. */
export function newPhase(phases: readonly Phase[], title: string): Phase {
  const taken = new Set(phases.map(({ key }) => key));
  let number = phases.length + 1;
  while (taken.has(`phase_${number}`)) number += 1;
  return {
    key: `phase_${number}`,
    title,
    text: '',
    minutes: 10,
    captures: ['idea'],
    grouping: null,
    voting: false,
  };
}

/** The phase at `index` one place up or down; as it was at either end. */
export function movedPhase<P>(phases: readonly P[], index: number, step: 1 | -1): P[] {
  const next = [...phases];
  const [phase, other] = [next[index], next[index + step]];
  if (!phase || !other) return next;
  next[index] = other;
  next[index + step] = phase;
  return next;
}

/** Without empty lines, as it is saved. */
export function tidied(plan: Plan): Plan {
  return {
    ...plan,
    rules: plan.rules.map((rule) => rule.trim()).filter((rule) => rule !== ''),
    roles: plan.roles.filter(({ name }) => name.trim() !== ''),
  };
}
