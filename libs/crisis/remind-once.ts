import type { EntityManager } from 'typeorm';

export const REMINDER_KINDS = ['proposal', 'role', 'statement', 'task', 'check', 'report', 'action'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** True for the one who is to tell people of this thing and due time; the row and the notice commit together. */
export async function remindOnce(
  manager: EntityManager,
  kind: ReminderKind,
  subjectId: string,
  dueAt: Date,
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `insert into incident_reminder (kind, subject_id, due_at) values ($1, $2, $3) on conflict do nothing returning id`,
    [kind, subjectId, dueAt],
  );
  return rows.length > 0;
}
