import type { EntityManager } from 'typeorm';

export interface DecisionToRecord {
  /** Who decided; null when the system itself did (an expiry, a worker). */
  actor: { personId: string; name: string } | null;
  /** `subject.what_happened`, e.g. `answer.approved`. */
  action: string;
  subjectType: string;
  subjectId: string;
  reason?: string | null;
  before?: unknown;
  after?: unknown;
}

/**
 * Puts a decision on record inside the caller's transaction. The end of the chain is locked until that transaction
 * ends, so call this as late in it as possible. Position, time and hashes are given by the database.
 */
export function recordDecision(manager: EntityManager, decision: DecisionToRecord): Promise<void> {
  return recordDecisions(manager, [decision]);
}

/** The same for many decisions of one transaction, in their order. */
export async function recordDecisions(
  manager: EntityManager,
  decisions: readonly DecisionToRecord[],
): Promise<void> {
  if (decisions.length === 0) return;
  const rows = decisions.map((decision) => ({
    actor_id: decision.actor?.personId ?? null,
    actor_name: decision.actor?.name ?? 'Passerelle',
    action: decision.action,
    subject_type: decision.subjectType,
    subject_id: decision.subjectId,
    reason: decision.reason ?? null,
    before: decision.before ?? null,
    after: decision.after ?? null,
  }));
  await manager.query(
    `insert into audit_entry (at, actor_id, actor_name, action, subject_type, subject_id, reason, before, after)
     select clock_timestamp(), (row->>'actor_id')::bigint, row->>'actor_name', row->>'action', row->>'subject_type',
       row->>'subject_id', row->>'reason', nullif(row->'before', 'null'), nullif(row->'after', 'null')
     from jsonb_array_elements($1::jsonb) with ordinality as given(row, place) order by place`,
    [JSON.stringify(rows)],
  );
}
