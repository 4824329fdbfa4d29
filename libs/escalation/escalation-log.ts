import type { EntityManager } from 'typeorm';

/** What can stand in the log of an escalation. */
export const LOG_KINDS = [
  'opened',
  'asked',
  'postponed',
  'exhausted',
  'nobody',
  'no_owner',
  'acknowledged',
  'lapsed',
  'released',
  'reassigned',
  'snoozed',
  'woken',
  'handed_over',
  'handed_back',
  'began',
  'proposed',
  'confirmation_refused',
  'department_decided',
  'disagreed',
  'decided',
  'done',
  'effect_refused',
  'closed',
  'reopened',
  'merged',
  'absorbed',
  'raised',
  'rerouted',
] as const;
export type LogKind = (typeof LOG_KINDS)[number];

export interface LogEntry {
  escalationId: string;
  askId?: string | null;
  kind: LogKind;
  personId?: string | null;
  params?: Record<string, unknown>;
}

/** Writes to the log in the caller's transaction. */
export async function writeLog(
  manager: EntityManager,
  at: Date,
  entries: readonly LogEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await manager.query(
    `insert into escalation_log (escalation_id, ask_id, at, kind, person_id, params)
     select (row->>'escalationId')::bigint, (row->>'askId')::bigint, $2, row->>'kind', (row->>'personId')::bigint,
       coalesce(row->'params', '{}')
     from jsonb_array_elements($1::jsonb) with ordinality as given(row, place) order by place`,
    [JSON.stringify(entries), at],
  );
}
