import type { AnswerVersion } from './contract.js';

/** The decision of a department as stored. */
export interface StoredDecision {
  departmentId: string;
  decision: 'approved' | 'refused';
  person: { id: string; name: string };
  at: string;
  comment: string | null;
}

/** The decisions on a version as the API shows them: one line for each department that is asked or has decided. */
export function decisionsView({
  content,
  approvals,
  earlierDecisions,
}: {
  content: { departmentIds: readonly string[] };
  approvals: readonly StoredDecision[];
  earlierDecisions: readonly StoredDecision[];
}): Pick<AnswerVersion, 'approvals' | 'earlierDecisions'> {
  const decided = new Map(approvals.map((approval) => [approval.departmentId, approval]));
  const departments = new Set([...content.departmentIds, ...decided.keys()]);
  return {
    approvals: [...departments].map((departmentId) => {
      const approval = decided.get(departmentId);
      return {
        departmentId,
        decision: approval?.decision ?? null,
        by: approval?.person ?? null,
        at: approval ? new Date(approval.at).toISOString() : null,
        comment: approval?.comment ?? null,
      };
    }),
    earlierDecisions: earlierDecisions.map(({ departmentId, decision, person, at, comment }) => ({
      departmentId,
      decision,
      by: person,
      at: new Date(at).toISOString(),
      comment,
    })),
  };
}
