import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import type { RequestState } from './contract.js';

/** The kind of subject by which the record, and whoever escalates, names a request; its id goes with it. */
export const REQUEST_SUBJECT = 'answer_request';

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

/** Requests whose time has passed with nothing to answer with, the longest overdue first; no more than 500. */
export function overdueRequests(manager: EntityManager, now: Date): Promise<OverdueRequest[]> {
  return manager.query(
    `select id, realm, state, question, level, department_ids as "departmentIds", asked_by as "askedBy",
       due_at as "dueAt"
     from answer_request where state in ('open', 'drafted', 'in_review') and due_at <= $1
     order by due_at, id limit 500`,
    [now],
  );
}
