import { describe, expect, it } from '@jest/globals';
import { READY_PLAYBOOKS } from '#rules/crisis';
import { scenarioSchema } from './contract-scenario.js';
import { plainInject, plainScenario } from './drills.fixture.js';
import { DRILL_MOVES, DRILL_STATES, isUnderWay, moveDrill } from './life-cycle.js';
import { READY_SCENARIOS } from './ready-scenarios.js';

describe('the ready scenarios', () => {
  it('rehearse each ready playbook that has a name of its own', () => {
    const playbooks = READY_PLAYBOOKS.map(({ key }) => key).filter((key) => key !== 'other');
    expect(READY_SCENARIOS.map(({ scenario }) => scenario.crisisType).sort()).toEqual(playbooks.sort());
  });

  it.each(READY_SCENARIOS)('$key is sound, and complete in both languages', ({ scenario }) => {
    expect(scenarioSchema.parse(scenario)).toEqual(scenario);
    for (const { text, note } of scenario.injects)
      expect([text.fr, text.en, note.fr, note.en].every((words) => words.length > 5)).toBe(true);
    expect(scenario.injects.some(({ branch }) => branch !== null)).toBe(true);
  });
});

describe('a scenario that is brought in', () => {
  const faults = (scenario: unknown) => {
    const result = scenarioSchema.safeParse(scenario);
    return result.success ? [] : result.error.issues.map(({ path }) => path.join('.'));
  };
  it('names the field at fault', () => {
    const inject = plainInject('one', 60);
    expect(faults(plainScenario([inject, inject]))).toEqual(['injects.1.key']);
    expect(faults(plainScenario([inject, plainInject('two', 30)]))).toEqual(['injects.1.atSeconds']);
    expect(faults(plainScenario([plainInject('one', 0, { text: { fr: '', en: '' } })]))).toEqual([
      'injects.0.text',
    ]);
    expect(faults(plainScenario([plainInject('one', 0, { replyTo: 'two' })]))).toEqual(['injects.0.replyTo']);
    const branch = { inject: 'one', reaction: 'level' as const, when: 'done' as const };
    expect(faults(plainScenario([inject, plainInject('two', 90, { branch })]))).toEqual([
      'injects.1.branch.reaction',
    ]);
    expect(faults(plainScenario([plainInject('one', 0, { branch })]))).toEqual(['injects.0.branch.inject']);
    const twice = { kind: 'incident' as const, withinSeconds: 60 };
    expect(faults(plainScenario([plainInject('one', 0, { expected: [twice, twice] })]))).toEqual([
      'injects.0.expected.1.kind',
    ]);
    expect(faults({ ...plainScenario([inject]), targets: undefined })).toEqual(['targets']);
  });
});

describe('the life of a drill', () => {
  it('goes forward only, but for pauses', () => {
    const moves = DRILL_STATES.flatMap((state) =>
      DRILL_MOVES.flatMap((move) => {
        const next = moveDrill(state, move);
        return next ? [`${state} → ${next}`] : [];
      }),
    );
    expect(moves).toEqual([
      'prepared → running',
      'prepared → cancelled',
      'running → paused',
      'running → ended',
      'paused → running',
      'paused → ended',
      'ended → debriefed',
    ]);
    expect(DRILL_STATES.filter(isUnderWay)).toEqual(['running', 'paused']);
  });
});
