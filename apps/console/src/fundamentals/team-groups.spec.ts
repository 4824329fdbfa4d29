import { describe, expect, it } from '@jest/globals';
import { inDepartment, NO_DEPARTMENT, progressOf } from './team-groups.js';

describe('the team', () => {
  it('is everybody, a department, or those without one', () => {
    const anna = { departmentIds: ['1', '2'] };
    const samir = { departmentIds: [] };
    expect([anna, samir].map((one) => inDepartment(one, ''))).toEqual([true, true]);
    expect([anna, samir].map((one) => inDepartment(one, '2'))).toEqual([true, false]);
    expect([anna, samir].map((one) => inDepartment(one, NO_DEPARTMENT))).toEqual([false, true]);
  });
  it('counts lessons and who completed all of them', () => {
    const lessons = [
      { lesson: 'escalating' as const, state: 'completed' as const, completedAt: null },
      { lesson: 'first-hour' as const, state: 'begun' as const, completedAt: null },
    ];
    const people = [
      { completed: 2, lessons },
      { completed: 1, lessons },
    ];
    expect(progressOf(people)).toEqual({ people: 2, whole: 1, completed: 3, possible: 4 });
    expect(progressOf([])).toEqual({ people: 0, whole: 0, completed: 0, possible: 0 });
  });
});
