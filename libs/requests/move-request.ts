import type { EntityManager } from 'typeorm';
import { type DecisionToRecord, recordDecisions } from '#audit';
import { publishEvents } from '#platform/live';
import { conflict } from '#platform/problem';
import { moveRequest, type RequestMove } from './request-life-cycle.js';
import type { RequestRecord } from './request-record.js';
import { tellReady } from './tell-people.js';

export interface RequestPerson {
  personId: string;
  name: string;
}

export interface RequestStep {
  request: RequestRecord;
  move: RequestMove;
  /** Null: it followed from the answer, or from its last mention being handled. */
  by: RequestPerson | null;
  reason?: string | null;
  /** The answer in the library that it leads to from here on. */
  answerId?: string;
}

const ACTIONS: Record<RequestMove, string> = {
  write: 'request.drafted',
  submit: 'request.in_review',
  approve: 'request.ready',
  lapse: 'request.answer_lost',
  fulfil: 'request.fulfilled',
  decline: 'request.declined',
  withdraw: 'request.withdrawn',
};

/**
 * The one way in which a request changes its state: the row, the copy of the state at its mentions, the live event and
 * the record, in the caller's transaction, which holds the locks of the requests. Throws `transition-not-allowed`.
 */
export async function applyMoves(manager: EntityManager, steps: readonly RequestStep[]): Promise<void> {
  const decisions: DecisionToRecord[] = [];
  for (const { request, move, by, reason = null, answerId } of steps) {
    const state = moveRequest(request.state, move);
    if (!state) {
      throw conflict('transition-not-allowed', `This request is ${request.state}: it cannot ${move}.`, {
        state: request.state,
        move,
      });
    }
    const answer = move === 'lapse' ? null : (answerId ?? request.answerId);
    const ends = move === 'fulfil' || move === 'decline' || move === 'withdraw';
    await manager.query(
      `update answer_request set state = $2, answer_id = $3, state_at = clock_timestamp(),
         ended_by = case when $6 then $4::bigint end, end_reason = case when $6 then $5 end
       where id = $1`,
      [request.id, state, answer, by?.personId ?? null, reason, ends],
    );
    await manager.query('update answer_request_mention set request_state = $2 where request_id = $1', [
      request.id,
      state,
    ]);
    await tellScreens(manager, { ...request, state });
    if (move === 'approve') await tellReady(manager, request);
    decisions.push({
      actor: by,
      action: ACTIONS[move],
      subjectType: 'answer_request',
      subjectId: request.id,
      reason,
      before: { state: request.state, answerId: request.answerId },
      after: { state, answerId: answer },
    });
  }
  await recordDecisions(manager, decisions);
}

/** The request, its mentions or their number changed. */
export async function tellScreens(
  manager: EntityManager,
  ...requests: readonly Pick<RequestRecord, 'id' | 'realm' | 'state'>[]
): Promise<void> {
  await publishEvents(
    manager,
    requests.map(({ id, realm, state }) => ({ type: 'request.changed', requestId: id, realm, state })),
  );
}
