import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Inject, Scenario } from './contract-scenario.js';
import { dueInjects, type Settlement } from './due-injects.js';
import { plainInject, plainScenario } from './drills.fixture.js';

/** Scenarios in which some injects hang on earlier ones, and when each reaction was done, if ever. */
const scenarios = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 0, max: 300 }),
      branch: fc.option(
        fc.record({ of: fc.nat(), when: fc.constantFrom('done' as const, 'not_done' as const) }),
      ),
      doneAfter: fc.option(fc.integer({ min: 0, max: 900_000 })),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((drafts) => {
    let at = 0;
    const injects: Inject[] = [];
    const done = new Map<string, number>();
    for (const [place, { gap, branch, doneAfter }] of drafts.entries()) {
      at += gap;
      const parent = branch && place > 0 ? injects[branch.of % place]! : null;
      injects.push(
        plainInject(`i${place}`, at, {
          expected: [{ kind: 'reply', withinSeconds: 60, answer: null }],
          branch: parent && branch ? { inject: parent.key, reaction: 'reply', when: branch.when } : null,
        }),
      );
      if (doneAfter !== null) done.set(`i${place}`, at * 1000 + doneAfter);
    }
    return { scenario: plainScenario(injects), done, end: at * 1000 };
  });

function playedAt(
  scenario: Scenario,
  done: ReadonlyMap<string, number>,
  looks: readonly number[],
): Settlement[] {
  const settled = new Map<string, 'posted' | 'skipped'>();
  return looks.flatMap((elapsed) => {
    // A look knows only what has been done by then.
    const doneAt = (inject: string) => {
      const at = done.get(inject);
      return at !== undefined && at <= elapsed ? at : null;
    };
    const due = dueInjects(scenario, { settled, doneAt }, elapsed);
    for (const { inject, outcome } of due) settled.set(inject.key, outcome);
    return due;
  });
}

const names = (due: readonly Settlement[]) => due.map(({ inject, outcome }) => `${inject.key} ${outcome}`);

describe('injects', () => {
  it('are settled once each, in their order, by their time', () => {
    fc.assert(
      fc.property(scenarios, fc.array(fc.nat({ max: 6_000_000 })), ({ scenario, done, end }, looks) => {
        const order = [...looks, end].sort((a, b) => a - b);
        const due = playedAt(scenario, done, order);
        expect(due.map(({ inject }) => inject.key)).toEqual(scenario.injects.map(({ key }) => key));
      }),
    );
  });

  it('come out the same, whenever and however often one looks', () => {
    fc.assert(
      fc.property(
        scenarios,
        fc.array(fc.nat({ max: 6_000_000 })),
        fc.array(fc.nat({ max: 6_000_000 })),
        ({ scenario, done, end }, some, others) => {
          const looks = (times: readonly number[]) => [...times, end].sort((a, b) => a - b);
          expect(names(playedAt(scenario, done, looks(some)))).toEqual(
            names(playedAt(scenario, done, looks(others))),
          );
        },
      ),
    );
  });

  it('hang on what was done by their own time, not later', () => {
    const scenario = plainScenario([
      plainInject('first', 0, { expected: [{ kind: 'reply', withinSeconds: 60, answer: null }] }),
      plainInject('silence', 100, { branch: { inject: 'first', reaction: 'reply', when: 'not_done' } }),
      plainInject('thanks', 100, { branch: { inject: 'first', reaction: 'reply', when: 'done' } }),
      plainInject('echo', 200, {
        expected: [],
        branch: { inject: 'silence', reaction: 'reply', when: 'not_done' },
      }),
    ]);
    expect(names(playedAt(scenario, new Map([['first', 99_000]]), [300_000]))).toEqual([
      'first posted',
      'silence skipped',
      'thanks posted',
      'echo skipped',
    ]);
    expect(names(playedAt(scenario, new Map([['first', 101_000]]), [300_000]))).toEqual([
      'first posted',
      'silence posted',
      'thanks skipped',
      'echo posted',
    ]);
  });
});
