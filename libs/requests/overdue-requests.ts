import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import type { RequestState } from './contract.js';
import { UNANSWERED } from './due-time.js';

/** The kind of subject by which the record, and whoever escalates, names a request; its id goes with it. */
export const REQUEST_SUBJECT = 'answer_request' as const;

/** SQL: nothing to answer with yet, of a request `r`. */
export const UNANSWERED_SQL = `r.state in (${UNANSWERED.map((state) => `'${state}'`).join(', ')})`;

export interface OverdueRequest {
  id: string;
  realm: Realm;
  state: RequestState;
  question: string;
  level: number;
  departmentIds: string[];
  askedBy: string;
  dueAt: Date;
}

/**
 * Requests whose time has passed with nothing to answer with, the longest overdue first; no more than 500. `unless` is
 * SQL about the request `r` that leaves it out, `id` looks at one alone.
 */
export function overdueRequests(
  manager: EntityManager,
  now: Date,
  { unless = 'false', id = null }: { unless?: string; id?: string | null } = {},
): Promise<OverdueRequest[]> {
  return manager.query(
    `select r.id, r.realm, r.state, r.question, r.level, r.department_ids as "departmentIds",
       r.asked_by as "askedBy", r.due_at as "dueAt"
     from answer_request r
     where ${UNANSWERED_SQL} and r.due_at <= $1 and ($2::bigint is null or r.id = $2) and not (${unless})
     order by r.due_at, r.id limit 500`,
    [now, id],
  );
}
