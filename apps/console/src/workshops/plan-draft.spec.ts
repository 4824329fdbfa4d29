import { describe, expect, it } from '@jest/globals';
import type { Phase, Plan } from '#contract/workshops';
import { movedPhase, newPhase, tidied } from './plan-draft.js';

const phase = (key: string) => ({ key, title: key }) as Phase;
const keys = (phases: readonly Phase[]) => phases.map(({ key }) => key);

describe('a plan that is being adapted', () => {
  it('gives a new phase a key that no other has', () => {
    const phases = [phase('phase_2'), phase('phase_3')];
    expect(newPhase(phases, 'Tea').key).toBe('phase_4');
    expect(newPhase([phase('a')], 'Tea').key).toBe('phase_2');
  });

  it('moves a phase by one place, and leaves both ends alone', () => {
    const phases = [phase('a'), phase('b'), phase('c')];
    expect(keys(movedPhase(phases, 1, -1))).toEqual(['b', 'a', 'c']);
    expect(keys(movedPhase(phases, 1, 1))).toEqual(['a', 'c', 'b']);
    expect(keys(movedPhase(phases, 0, -1))).toEqual(['a', 'b', 'c']);
    expect(keys(movedPhase(phases, 2, 1))).toEqual(['a', 'b', 'c']);
  });

  it('is saved without empty lines', () => {
    const plan = { rules: [' Listen ', ''], roles: [{ name: ' ', text: 'x' }] } as unknown as Plan;
    expect(tidied(plan)).toMatchObject({ rules: ['Listen'], roles: [] });
  });
});
