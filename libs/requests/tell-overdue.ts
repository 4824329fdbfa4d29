import type { DataSource } from 'typeorm';
import { recordDecisions } from '#audit';
import { inTransaction } from '#platform/database';
import { REQUEST_SUBJECT, UNANSWERED_SQL } from './overdue-requests.js';
import { tellScreens } from './move-request.js';
import { readRequests } from './request-record.js';
import { tellOverdue } from './tell-people.js';

/** Requests told of in one transaction. */
const MANY = 100;

/**
 * Tells the departments, and whoever asked, of each request whose time has passed: once, also when it becomes more urgent
 * afterwards. Several workers share the work. Returns how many were told of.
 */
export async function tellOverdueRequests(dataSource: DataSource, now: Date): Promise<number> {
  return inTransaction(dataSource, async ({ manager }) => {
    const late: { id: string }[] = await manager.query(
      `select r.id from answer_request r
       where ${UNANSWERED_SQL} and r.due_at <= $1 and r.overdue_told_at is null
       order by r.due_at, r.id limit ${MANY} for update skip locked`,
      [now],
    );
    if (late.length === 0) return 0;
    const ids = late.map(({ id }) => id);
    await manager.query(`update answer_request set overdue_told_at = $2 where id = any($1::bigint[])`, [
      ids,
      now,
    ]);
    const requests = await readRequests(manager, 'r.id = any($1::bigint[])', [ids]);
    for (const request of requests) await tellOverdue(manager, request);
    await tellScreens(manager, ...requests);
    await recordDecisions(
      manager,
      requests.map(({ id, state, level, dueAt }) => ({
        actor: null,
        action: 'request.overdue',
        subjectType: REQUEST_SUBJECT,
        subjectId: id,
        after: { state, level, dueAt: dueAt.toISOString() },
      })),
    );
    return requests.length;
  });
}
