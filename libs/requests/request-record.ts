import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import { notFound } from '#platform/problem';
import type { AnswerRequest, RequestState } from './contract.js';
import { isOverdue } from './due-time.js';

/** A request as stored, with the names and counts that a reader needs. */
export interface RequestRecord {
  id: string;
  realm: Realm;
  state: RequestState;
  question: string;
  level: number;
  departmentIds: string[];
  askedBy: string;
  askedByName: string;
  askedAt: Date;
  dueAt: Date;
  stateAt: Date;
  answerId: string | null;
  answer: AnswerRequest['answer'];
  mentions: AnswerRequest['mentions'];
  excerpt: string | null;
  endedBy: string | null;
  endedByName: string | null;
  endReason: string | null;
}

const EXCERPT_LENGTH = 200;

/** `mention m` is still to be answered. */
const OPEN = `m.state in ('new', 'in_progress', 'escalated')`;

const SELECT = `
  select r.id, r.realm, r.state, r.question, r.level, r.department_ids as "departmentIds", r.asked_by as "askedBy",
    asker.name as "askedByName", r.asked_at as "askedAt", r.due_at as "dueAt", r.state_at as "stateAt",
    r.answer_id as "answerId", r.ended_by as "endedBy", ender.name as "endedByName", r.end_reason as "endReason",
    (select jsonb_build_object('id', v.answer_id::text, 'state', v.state, 'versionNumber', v.number,
       'question', jsonb_build_object('fr', v.question_fr, 'en', v.question_en))
     from answer_version v where v.answer_id = r.answer_id order by v.number desc limit 1) as answer,
    gathered.counts as mentions, gathered.excerpt
  from answer_request r
    join person asker on asker.id = r.asked_by
    left join person ender on ender.id = r.ended_by
    cross join lateral (
      select jsonb_build_object(
          'attached', count(*) filter (where rm.standing = 'attached'),
          'waiting', count(*) filter (where rm.standing = 'attached' and ${OPEN}),
          'proposed', count(*) filter (where rm.standing = 'proposed' and ${OPEN})) as counts,
        (array_agg(left(m.text, ${EXCERPT_LENGTH}) order by rm.added_at, rm.similarity desc nulls first)
          filter (where rm.standing = 'attached'))[1] as excerpt
      from answer_request_mention rm
        join mention m on m.id = rm.mention_id and m.published_at = rm.published_at
      where rm.request_id = r.id and rm.standing <> 'removed'
    ) gathered`;

/** Requests under a condition over `r`; `tail` is the order and the limit. */
export function readRequests(
  manager: EntityManager,
  condition: string,
  values: readonly unknown[],
  tail = 'order by r.id',
): Promise<RequestRecord[]> {
  return manager.query(`${SELECT} where ${condition} ${tail}`, [...values]);
}

export async function readRequest(manager: EntityManager, requestId: string): Promise<RequestRecord> {
  const [request] = await readRequests(manager, 'r.id = $1', [requestId]);
  if (!request) throw notFound('request-not-found', `There is no answer request ${requestId}.`);
  return request;
}

/** Every change of a request holds the lock of its row; mentions and answers are locked before it, never after. */
export async function lockRequest(manager: EntityManager, requestId: string): Promise<RequestRecord> {
  await manager.query('select id from answer_request where id = $1 for update', [requestId]);
  return readRequest(manager, requestId);
}

export function requestView(request: RequestRecord, now: Date): AnswerRequest {
  return {
    id: request.id,
    realm: request.realm,
    state: request.state,
    question: request.question,
    level: request.level,
    departmentIds: request.departmentIds,
    askedBy: { id: request.askedBy, name: request.askedByName },
    askedAt: request.askedAt.toISOString(),
    dueAt: request.dueAt.toISOString(),
    overdue: isOverdue(request, now),
    stateAt: request.stateAt.toISOString(),
    answer: request.answer,
    mentions: request.mentions,
    excerpt: request.excerpt ?? '',
    end:
      request.state === 'fulfilled' || request.state === 'declined' || request.state === 'withdrawn'
        ? {
            by: request.endedBy === null ? null : { id: request.endedBy, name: request.endedByName ?? '' },
            reason: request.endReason,
          }
        : null,
  };
}
