import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { canonicalJson, decisionsView, type StoredDecision } from '#answers';
import type { MessageContent, MessageSetKind, MessageVersion } from './contract.js';

type VersionState = MessageVersion['state'];

/** A version of a house or map as stored, with the decisions on it. */
export interface MessageVersionRecord {
  id: string;
  setId: string;
  kind: MessageSetKind;
  number: number;
  state: VersionState;
  revision: number;
  author: { id: string; name: string };
  editorIds: string[];
  content: MessageContent;
  /** Decisions that count. */
  approvals: MessageApproval[];
  earlierDecisions: MessageApproval[];
  contentHash: string | null;
  createdAt: Date;
  submittedAt: Date | null;
  approvedAt: Date | null;
  closedReason: string | null;
}

export interface MessageApproval extends StoredDecision {
  void: boolean;
}

/** The versions that match a condition over `v` (message_set_version), newest first, in one query. */
export async function readMessageVersions(
  manager: EntityManager,
  condition: string,
  values: readonly unknown[],
): Promise<MessageVersionRecord[]> {
  const rows: Row[] = await manager.query(
    `select v.*, s.kind, author.name as author_name,
       coalesce((select jsonb_agg(jsonb_build_object('departmentId', a.department_id::text, 'decision', a.decision,
           'person', jsonb_build_object('id', person.id::text, 'name', person.name), 'at', a.at, 'comment', a.comment,
           'void', a.void) order by a.id)
         from message_set_approval a join person on person.id = a.person_id where a.version_id = v.id), '[]') as approvals
     from message_set_version v join message_set s on s.id = v.set_id join person author on author.id = v.author_id
     where ${condition} order by v.set_id, v.number desc`,
    [...values],
  );
  return rows.map(record);
}

/**
 * SHA-256 (hex) over everything an approver approves: which set and version, the departments, and every word in both
 * languages with the keys by which answers carry them.
 */
export function messageHash({
  setId,
  kind,
  number,
  content,
}: Pick<MessageVersionRecord, 'setId' | 'kind' | 'number' | 'content'>): string {
  const departmentIds = [...new Set(content.departmentIds)].sort();
  return createHash('sha256')
    .update(canonicalJson({ rule: 1, setId, kind, number, ...content, departmentIds }))
    .digest('hex');
}

export function messageVersionView(version: MessageVersionRecord): MessageVersion {
  return {
    ...version.content,
    id: version.id,
    number: version.number,
    state: version.state,
    author: version.author,
    editorIds: version.editorIds,
    createdAt: version.createdAt.toISOString(),
    submittedAt: version.submittedAt?.toISOString() ?? null,
    approvedAt: version.approvedAt?.toISOString() ?? null,
    closedReason: version.closedReason,
    ...decisionsView(version),
    contentHash: version.contentHash,
    revision: version.revision,
  };
}

interface Row {
  id: string;
  set_id: string;
  kind: MessageSetKind;
  number: number;
  state: VersionState;
  revision: number;
  author_id: string;
  author_name: string;
  editor_ids: string[];
  department_ids: string[];
  content: Omit<MessageContent, 'departmentIds'>;
  approvals: MessageApproval[];
  content_hash: string | null;
  created_at: Date;
  submitted_at: Date | null;
  approved_at: Date | null;
  closed_reason: string | null;
}

function record(row: Row): MessageVersionRecord {
  return {
    id: row.id,
    setId: row.set_id,
    kind: row.kind,
    number: row.number,
    state: row.state,
    revision: row.revision,
    author: { id: row.author_id, name: row.author_name },
    editorIds: row.editor_ids,
    content: { ...row.content, departmentIds: row.department_ids },
    approvals: row.approvals.filter((approval) => !approval.void),
    earlierDecisions: row.approvals.filter((approval) => approval.void),
    contentHash: row.content_hash,
    createdAt: row.created_at,
    submittedAt: row.submitted_at,
    approvedAt: row.approved_at,
    closedReason: row.closed_reason,
  };
}
