import type { DataSource, EntityManager } from 'typeorm';
import { isCurrentSql } from '#answers';
import { inTransaction } from '#platform/database';
import { applyMoves, type RequestStep } from './move-request.js';
import { type AnswerProgress, moveToFollow } from './request-life-cycle.js';
import { readRequests } from './request-record.js';

/** SQL: how far the best version of the answer `r` leads to is. Approved for a later day counts as being in review. */
const PROGRESS = `coalesce((
  select case min(case
      when ${isCurrentSql('v')} then 1
      when v.state = 'in_review' or (v.state = 'approved' and v.valid_from > clock_timestamp()) then 2
      when v.state = 'draft' then 3 end)
    when 1 then 'usable' when 2 then 'in_review' when 3 then 'draft' end
  from answer_version v where v.answer_id = r.answer_id), 'none')`;

const WAITING = `r.state in ('open', 'drafted', 'in_review', 'ready')`;

/**
 * Brings the requests that lead to this answer to where it is, inside the transaction that changed the answer (whose row
 * is locked, so nothing about its versions can change meanwhile).
 */
export async function followAnswer(manager: EntityManager, answerId: string): Promise<void> {
  await follow(manager, 'r.answer_id = $1', [answerId], '');
}

/**
 * The same for whatever was missed: an answer that begins or ends to be valid by the clock, or was changed by a process
 * that knew nothing of requests. Several workers share the work.
 */
export async function followAllAnswers(dataSource: DataSource): Promise<void> {
  const behind: { id: string }[] = await dataSource.query(
    `select r.id from answer_request r where ${WAITING} and r.answer_id is not null
       and r.state is distinct from case ${PROGRESS} when 'usable' then 'ready' when 'in_review' then 'in_review'
         when 'draft' then 'drafted' else 'open' end
     order by r.id limit 100`,
  );
  for (const { id } of behind) {
    await inTransaction(dataSource, ({ manager }) => follow(manager, 'r.id = $1', [id], 'skip locked'));
  }
}

async function follow(
  manager: EntityManager,
  condition: string,
  values: readonly unknown[],
  otherwise: '' | 'skip locked',
): Promise<void> {
  const locked: { id: string }[] = await manager.query(
    `select r.id from answer_request r
     where ${condition} and ${WAITING} and r.answer_id is not null order by r.id for update of r ${otherwise}`,
    [...values],
  );
  if (locked.length === 0) return;
  const ids = [locked.map(({ id }) => id)];
  // Only now: while the lock was waited for, the answer may have gone on.
  const found: { id: string; progress: AnswerProgress }[] = await manager.query(
    `select r.id, ${PROGRESS} as progress from answer_request r where r.id = any($1::bigint[])`,
    ids,
  );
  const progress = new Map(found.map((row) => [row.id, row.progress]));
  const requests = await readRequests(manager, 'r.id = any($1::bigint[])', ids);
  const steps = requests.flatMap((request): RequestStep[] => {
    const move = moveToFollow(request.state, progress.get(request.id) ?? 'none');
    return move ? [{ request, move, by: null }] : [];
  });
  await applyMoves(manager, steps);
}
