import type { EntityManager } from 'typeorm';
import { createDraft } from '#answers';
import { readSummaries } from '#mentions';
import type { Locale } from '#platform/contract';
import { draftContent } from './draft-content.js';
import { lockWaiting } from './gather.js';
import { applyMoves, type RequestPerson } from './move-request.js';
import type { RequestRecord } from './request-record.js';

/**
 * Starts the answer of a request in the library with what was asked filled in, in the caller's transaction. The request's
 * lock orders two who begin at once: the second gets the draft of the first. Returns the answer's id; refuses a request
 * that is over (`request-over`).
 */
export async function beginAnswer(
  manager: EntityManager,
  requestId: string,
  writer: RequestPerson,
): Promise<string> {
  const request = await lockWaiting(manager, requestId);
  if (request.answerId !== null) return request.answerId;
  const answerId = await createDraft(manager, 'answer', await basisOf(manager, request), writer);
  await applyMoves(manager, [{ request, move: 'write', by: writer, answerId }]);
  return answerId;
}

async function basisOf(manager: EntityManager, request: RequestRecord) {
  const rows: { id: string }[] = await manager.query(
    `select mention_id as id from answer_request_mention where request_id = $1 and standing = 'attached'
     order by added_at, mention_id`,
    [request.id],
  );
  const [asker]: { locale: Locale }[] = await manager.query('select locale from person where id = $1', [
    request.askedBy,
  ]);
  return draftContent({
    question: request.question,
    language: asker?.locale ?? 'en',
    departmentIds: request.departmentIds,
    mentions: await readSummaries(
      manager,
      rows.map(({ id }) => id),
    ),
  });
}
