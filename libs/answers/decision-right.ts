import { conflict, forbidden } from '#platform/problem';
import { type Written, wrote } from './wrote.js';

/** Who decides: a person with the departments that they belong to. */
export interface Approver {
  personId: string;
  name: string;
  departmentIds: readonly string[];
}

export interface DepartmentDecision {
  departmentId: string;
  decision: 'approved' | 'refused';
  comment?: string | undefined;
  /** The hash of the content that was read before deciding; anything else is refused. */
  contentHash?: string | undefined;
}

/** A version that departments decide on, of whatever it is a version. */
export interface Decidable extends Written {
  content: { departmentIds: readonly string[] };
  /** Decisions that count. */
  approvals: readonly {
    departmentId: string;
    decision: 'approved' | 'refused';
    person: { name: string };
    at: string;
  }[];
  /** Of what was submitted. */
  contentHash: string | null;
}

/**
 * The hash that the decision stands on; `hashNow` is that of the content as it is. Throws when this person may not
 * decide, or not again, or not on altered words (rule 2).
 */
export function decisionRight(
  version: Decidable,
  hashNow: string,
  decision: DepartmentDecision,
  approver: Approver,
): string {
  if (wrote(version, approver.personId)) {
    throw forbidden('own-words', 'Nobody approves their own words: you wrote or edited this version.');
  }
  if (
    !version.content.departmentIds.includes(decision.departmentId) ||
    !approver.departmentIds.includes(decision.departmentId)
  ) {
    throw forbidden('not-your-department', 'You are not asked to decide for this department.');
  }
  const taken = version.approvals.find(({ departmentId }) => departmentId === decision.departmentId);
  if (taken) {
    throw conflict('department-already-decided', `${taken.person.name} has decided for this department.`, {
      by: taken.person.name,
      at: new Date(taken.at).toISOString(),
      decision: taken.decision,
    });
  }
  if (hashNow !== version.contentHash) {
    throw conflict('version-altered', 'The content is not what was submitted; withdraw and submit it again.');
  }
  if (decision.contentHash !== undefined && decision.contentHash !== hashNow) {
    throw conflict('changed-since-shown', 'The content has changed since it was shown; read it again.');
  }
  return hashNow;
}
