import type { AnswerVersion } from '#contract/answers';

/** Departments of mine whose decision a version in review still waits for. */
export function departmentsToDecide(
  version: Pick<AnswerVersion, 'state' | 'approvals'>,
  mine: readonly string[],
): string[] {
  if (version.state !== 'in_review') return [];
  return version.approvals
    .filter(({ departmentId, decision }) => decision === null && mine.includes(departmentId))
    .map(({ departmentId }) => departmentId);
}
