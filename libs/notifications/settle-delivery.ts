import type { EntityManager } from 'typeorm';
import { publishEvents } from '#platform/live';
import type { DeliveryState } from './delivery-life-cycle.js';

export interface Settlement {
  state: Exclude<DeliveryState, 'sending'>;
  code: string | null;
  detail: string | null;
  /** For `queued`: when to try again. */
  dueAt?: Date;
}

/** Writes down what came of an attempt, while that attempt still stands; false when another worker has taken over. */
export async function settle(
  manager: EntityManager,
  claimed: { id: string; attempts: number },
  { state, code, detail, dueAt }: Settlement,
  now: Date,
): Promise<boolean> {
  const [, changed]: [unknown[], number] = await manager.query(
    `update notification_delivery set state = $3::text, problem_code = $4, problem_detail = $5,
       due_at = coalesce($6, due_at), settled_at = case when $3::text = 'queued' then null else $7::timestamptz end
     where id = $1 and state = 'sending' and attempts = $2`,
    [claimed.id, claimed.attempts, state, code, detail?.slice(0, 500) ?? null, dueAt ?? null, now],
  );
  if (changed === 0) return false;
  await publishEvents(manager, [{ type: 'notification.delivery', deliveryId: claimed.id, state }]);
  return true;
}
