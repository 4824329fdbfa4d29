import type { DataSource } from 'typeorm';
import { inTransaction } from '#platform/database';
import { applyMoves } from './move-request.js';
import { readRequest } from './request-record.js';

/**
 * SQL: the answer of `r` is ready and every mention under it is handled for good. A reply that is still on its way is
 * not: were it refused, the mention would come back.
 */
const HANDLED = `r.state = 'ready' and not exists (
  select from answer_request_mention rm
    join mention m on m.id = rm.mention_id and m.published_at = rm.published_at
  where rm.request_id = r.id and rm.standing = 'attached' and not (
    m.state = 'no_reply' or (m.state = 'answered' and (
      not exists (select from reply where reply.mention_id = m.id)
      or exists (select from reply where reply.mention_id = m.id and reply.state = 'sent')))))`;

/** Closes the requests whose answer has done its work. */
export async function fulfilHandled(dataSource: DataSource): Promise<void> {
  const handled: { id: string }[] = await dataSource.query(
    `select r.id from answer_request r where ${HANDLED} order by r.id limit 100`,
  );
  for (const { id } of handled) {
    await inTransaction(dataSource, async ({ manager }) => {
      const locked: unknown[] = await manager.query(
        `select r.id from answer_request r where r.id = $1 and r.state = 'ready' for update skip locked`,
        [id],
      );
      if (locked.length === 0) return;
      // Only now: while the lock was waited for, a mention may have joined.
      const still: unknown[] = await manager.query(
        `select r.id from answer_request r where r.id = $1 and ${HANDLED}`,
        [id],
      );
      if (still.length === 0) return;
      await applyMoves(manager, [{ request: await readRequest(manager, id), move: 'fulfil', by: null }]);
    });
  }
}
