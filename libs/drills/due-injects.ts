import type { Inject, ReactionKind, Scenario } from './contract-scenario.js';

export type Settlement = { inject: Inject; outcome: 'posted' | 'skipped' };

export interface Played {
  /** What became of the injects so far, by key. */
  settled: ReadonlyMap<string, 'posted' | 'skipped'>;
  /** When a reaction to an inject was done, in milliseconds of the scenario; null while it is not. */
  doneAt: (inject: string, reaction: ReactionKind) => number | null;
}

/**
 * The injects that have become due, in their order, and what becomes of each. A branch is judged by what was done when
 * the inject was due, not when somebody looked: a late look decides the same. What hangs on an inject that never came
 * does not come either.
 */
export function dueInjects(scenario: Scenario, { settled, doneAt }: Played, elapsedMs: number): Settlement[] {
  const outcomes = new Map(settled);
  const due: Settlement[] = [];
  for (const inject of scenario.injects) {
    if (inject.atSeconds * 1000 > elapsedMs || outcomes.has(inject.key)) continue;
    const outcome = comes(inject, outcomes, doneAt) ? 'posted' : 'skipped';
    outcomes.set(inject.key, outcome);
    due.push({ inject, outcome });
  }
  return due;
}

function comes(
  { branch, atSeconds }: Inject,
  outcomes: ReadonlyMap<string, 'posted' | 'skipped'>,
  doneAt: Played['doneAt'],
): boolean {
  if (branch === null) return true;
  if (outcomes.get(branch.inject) !== 'posted') return false;
  const at = doneAt(branch.inject, branch.reaction);
  const done = at !== null && at <= atSeconds * 1000;
  return done === (branch.when === 'done');
}

/** Seconds until the last deadline of a scenario. */
export function lengthOf({ injects }: Pick<Scenario, 'injects'>): number {
  return Math.max(
    ...injects.map(
      ({ atSeconds, expected }) =>
        atSeconds + Math.max(0, ...expected.map(({ withinSeconds }) => withinSeconds)),
    ),
  );
}
