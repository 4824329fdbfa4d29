import type { EntityManager } from 'typeorm';
import type { Permission } from '#platform/contract';
import { forbidden } from '#platform/problem';
import { applyMoves, type RequestPerson } from './move-request.js';
import { lockRequest, type RequestRecord } from './request-record.js';

export interface Decider extends RequestPerson {
  permissions: readonly Permission[];
  departmentIds: readonly string[];
}

export type Ending = 'decline' | 'withdraw' | 'fulfil';

/**
 * Ends a request, in the caller's transaction. Declining is the departments' (or the crisis lead's), withdrawing and
 * closing those who handle mentions. Refusals: `not-allowed-here`, `not-your-department`, `transition-not-allowed`.
 */
export async function endRequest(
  manager: EntityManager,
  requestId: string,
  ending: Ending,
  reason: string | null,
  person: Decider,
): Promise<void> {
  const request = await lockRequest(manager, requestId);
  refuseUnentitled(request, ending, person);
  await applyMoves(manager, [{ request, move: ending, by: person, reason }]);
}

/** Withdraws a request because what it was asked for is over; in the caller's transaction. */
export async function withdrawRequest(
  manager: EntityManager,
  requestId: string,
  reason: string,
  by: RequestPerson,
): Promise<void> {
  const request = await lockRequest(manager, requestId);
  await applyMoves(manager, [{ request, move: 'withdraw', by, reason }]);
}

function refuseUnentitled(request: RequestRecord, ending: Ending, person: Decider): void {
  if (ending !== 'decline') {
    if (person.permissions.includes('mentions.triage')) return;
    throw forbidden('not-allowed-here', 'Withdrawing and closing is for those who handle mentions.');
  }
  if (!person.permissions.includes('answers.approve')) {
    throw forbidden('not-allowed-here', 'Declining is for those who approve answers.');
  }
  const asked = request.departmentIds.some((id) => person.departmentIds.includes(id));
  // A crisis lead, who handles mentions too, decides for every department.
  if (asked || person.permissions.includes('mentions.triage')) return;
  throw forbidden('not-your-department', 'This answer was not asked of a department of yours.');
}
