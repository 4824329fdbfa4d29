import type { EntityManager } from 'typeorm';
import { publishEvents } from '#platform/live';

/** Notified when something may be due at once; the engine also looks by itself every second. */
export const ESCALATION_CHANNEL = 'passerelle_escalation';

/** Tells the screens that escalations changed, and the engine that some may be due; both after the commit. */
export async function escalationsChanged(
  manager: EntityManager,
  escalationIds: readonly string[],
): Promise<void> {
  if (escalationIds.length === 0) return;
  await publishEvents(manager, [{ type: 'escalation.changed', escalationIds: [...new Set(escalationIds)] }]);
  await manager.query(`select pg_notify('${ESCALATION_CHANNEL}', '')`);
}
