import type { EntityManager } from 'typeorm';

/** What can happen to an incident; each has its words in the console, and its entry in the record. */
export const INCIDENT_EVENTS = [
  'declared',
  'started',
  'role_offered',
  'role_accepted',
  'role_declined',
  'role_withdrawn',
  'lead_handed_over',
  'task_added',
  'task_done',
  'task_dropped',
  'task_reopened',
  'task_changed',
  'changed',
  'frozen',
  'released',
  'noted',
  'corrected',
  'attached',
  'detached',
  'statement_published',
  'post_proposed',
  'report_drafted',
  'report_saved',
  'report_sent',
  'concluded',
  'resumed',
  'closed',
  'reopened',
  'ended_with_drill',
  'review_saved',
  'action_added',
  'action_changed',
  'stakeholder_told',
] as const;
export type IncidentEvent = (typeof INCIDENT_EVENTS)[number];

export interface EventLine {
  event: IncidentEvent;
  personId: string | null;
  params: Record<string, string | number | null>;
}

/** Lines of the log about the incident itself, in the caller's transaction. */
export async function writeEvents(
  manager: EntityManager,
  incidentId: string,
  at: Date,
  lines: readonly EventLine[],
): Promise<void> {
  if (lines.length === 0) return;
  await manager.query(
    `insert into incident_log (incident_id, at, kind, event, person_id, params)
     select $1, $2, 'event', row->>'event', (row->>'personId')::bigint, row->'params'
     from jsonb_array_elements($3::jsonb) with ordinality as given(row, place) order by place`,
    [incidentId, at, JSON.stringify(lines)],
  );
}
