import type { AuditEntry as AuditEntryView } from '#contract/audit';

export interface AuditFilter {
  actorId?: string | undefined;
  action?: string | undefined;
  subjectType?: string | undefined;
  subjectId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** SQL conditions and their values for a filter; `action` ending in `*` means "begins with". */
export function auditConditions(filter: AuditFilter): { where: string; values: unknown[] } {
  const conditions: string[] = [];
  const values: unknown[] = [];
  const add = (condition: string, value: unknown) => {
    values.push(value);
    conditions.push(condition.replace('?', `$${values.length}`));
  };
  if (filter.actorId) add('actor_id = ?::bigint', filter.actorId);
  if (filter.action?.endsWith('*')) add(`action like ? escape '\\'`, likePrefix(filter.action.slice(0, -1)));
  else if (filter.action) add('action = ?', filter.action);
  if (filter.subjectType) add('subject_type = ?', filter.subjectType);
  if (filter.subjectId) add('subject_id = ?', filter.subjectId);
  if (filter.from) add('at >= ?::timestamptz', filter.from);
  if (filter.to) add('at < ?::timestamptz', filter.to);
  return { where: conditions.length > 0 ? conditions.join(' and ') : 'true', values };
}

function likePrefix(text: string): string {
  return `${text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

export interface AuditRow {
  position: string;
  at: Date;
  actor_id: string | null;
  actor_name: string;
  action: string;
  subject_type: string;
  subject_id: string;
  reason: string | null;
  before: unknown;
  after: unknown;
  hash: string;
  previous_hash: string;
}

export function auditView(row: AuditRow): AuditEntryView {
  return {
    position: row.position,
    at: row.at.toISOString(),
    actorId: row.actor_id,
    actorName: row.actor_name,
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    reason: row.reason,
    before: row.before,
    after: row.after,
    hash: row.hash,
    previousHash: row.previous_hash,
  };
}
