import type { readTeam } from '#contract/fundamentals';
import type { ResponseOf } from '#platform/contract';

export type TeamMember = ResponseOf<typeof readTeam>['people'][number];

/** Stands in the address for those who belong to no department. */
export const NO_DEPARTMENT = 'none';

/** Whether somebody belongs to the department; `''` is everybody. */
export function inDepartment({ departmentIds }: Pick<TeamMember, 'departmentIds'>, chosen: string): boolean {
  if (chosen === '') return true;
  return chosen === NO_DEPARTMENT ? departmentIds.length === 0 : departmentIds.includes(chosen);
}

/** How many lessons some people completed, of all that they could, and who completed every one. */
export function progressOf(people: readonly Pick<TeamMember, 'completed' | 'lessons'>[]) {
  return {
    people: people.length,
    whole: people.filter(({ completed, lessons }) => completed === lessons.length).length,
    completed: people.reduce((sum, { completed }) => sum + completed, 0),
    possible: people.reduce((sum, { lessons }) => sum + lessons.length, 0),
  };
}
