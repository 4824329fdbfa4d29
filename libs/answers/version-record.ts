import type { EntityManager } from 'typeorm';
import { contentHash, type HashRule } from './content-hash.js';
import type {
  AnswerKind,
  AnswerVersion,
  Placeholder,
  Variant,
  VersionContent,
  VersionState,
} from './contract.js';
import { decisionsView, type StoredDecision } from './decisions-view.js';

/** A version as stored, with its variants and the decisions on it that still count. */
export interface VersionRecord {
  id: string;
  answerId: string;
  kind: AnswerKind;
  number: number;
  state: VersionState;
  revision: number;
  /** Approved and within its validity at the moment of reading. */
  current: boolean;
  author: { id: string; name: string };
  editorIds: string[];
  content: VersionContent;
  variants: Variant[];
  approvals: ApprovalRecord[];
  /** Decisions that no longer count: of earlier submissions of this version. */
  earlierDecisions: ApprovalRecord[];
  contentHash: string | null;
  hashRule: HashRule;
  createdAt: Date;
  submittedAt: Date | null;
  approvedAt: Date | null;
  closedAt: Date | null;
  closedReason: string | null;
}

export interface ApprovalRecord extends StoredDecision {
  contentHash: string;
  void: boolean;
}

/** SQL: the version may be published at this very moment, whatever ticks have or have not run. */
export const isCurrentSql = (version: string) => `(${version}.state = 'approved'
  and (${version}.valid_from is null or ${version}.valid_from <= clock_timestamp())
  and (${version}.valid_until is null or ${version}.valid_until > clock_timestamp()))`;

/** The versions that match a condition over `v` (answer_version), newest first, in one query. */
export async function readVersions(
  manager: EntityManager,
  condition: string,
  values: readonly unknown[],
): Promise<VersionRecord[]> {
  const rows: VersionSqlRow[] = await manager.query(
    `select v.*, a.kind, ${isCurrentSql('v')} as current, author.name as author_name,
       coalesce((select jsonb_agg(jsonb_build_object('id', variant.id::text, 'language', language, 'network', network,
           'body', body) order by language, network nulls first)
         from answer_variant variant where variant.version_id = v.id), '[]') as variants,
       coalesce((select jsonb_agg(jsonb_build_object('departmentId', approval.department_id::text,
           'decision', decision, 'person', jsonb_build_object('id', person.id::text, 'name', person.name),
           'at', approval.at, 'comment', comment, 'contentHash', approval.content_hash, 'void', approval.void)
           order by approval.id)
         from answer_approval approval join person on person.id = approval.person_id
         where approval.version_id = v.id), '[]') as approvals
     from answer_version v join answer a on a.id = v.answer_id join person author on author.id = v.author_id
     where ${condition} order by v.answer_id, v.number desc`,
    [...values],
  );
  return rows.map(record);
}

/** The hash of what the rows say now, by the rule of the version, to be compared with the one that was approved. */
export function hashOf({ answerId, kind, number, content, hashRule }: VersionRecord): string {
  return contentHash({ ...content, answerId, kind, number }, hashRule);
}

/** The version as the API shows it. */
export function versionView(version: VersionRecord): AnswerVersion {
  return {
    ...version.content,
    id: version.id,
    number: version.number,
    state: version.state,
    current: version.current,
    author: version.author,
    createdAt: version.createdAt.toISOString(),
    submittedAt: version.submittedAt?.toISOString() ?? null,
    approvedAt: version.approvedAt?.toISOString() ?? null,
    variants: version.variants,
    ...decisionsView(version),
    contentHash: version.contentHash,
    revision: version.revision,
  };
}

interface VersionSqlRow {
  id: string;
  answer_id: string;
  kind: AnswerKind;
  number: number;
  state: VersionState;
  revision: number;
  current: boolean;
  author_id: string;
  author_name: string;
  editor_ids: string[];
  question_fr: string;
  question_en: string;
  wordings_fr: string[];
  wordings_en: string[];
  topic_id: string | null;
  sensitivity: VersionContent['sensitivity'];
  level_min: number;
  level_max: number;
  strategy: VersionContent['strategy'];
  department_ids: string[];
  do_not_say: string;
  proof_points: string[];
  key_messages: VersionContent['keyMessages'];
  placeholders: Placeholder[];
  valid_from: Date | null;
  valid_until: Date | null;
  review_on: Date | null;
  content_hash: string | null;
  hash_rule: HashRule;
  created_at: Date;
  submitted_at: Date | null;
  approved_at: Date | null;
  closed_at: Date | null;
  closed_reason: string | null;
  variants: Variant[];
  approvals: ApprovalRecord[];
}

function record(row: VersionSqlRow): VersionRecord {
  return {
    id: row.id,
    answerId: row.answer_id,
    kind: row.kind,
    number: row.number,
    state: row.state,
    revision: row.revision,
    current: row.current,
    author: { id: row.author_id, name: row.author_name },
    editorIds: row.editor_ids,
    content: {
      question: { fr: row.question_fr, en: row.question_en },
      wordings: { fr: row.wordings_fr, en: row.wordings_en },
      topicId: row.topic_id,
      sensitivity: row.sensitivity,
      levelMin: row.level_min,
      levelMax: row.level_max,
      strategy: row.strategy,
      departmentIds: row.department_ids,
      doNotSay: row.do_not_say,
      proofPoints: row.proof_points,
      keyMessages: row.key_messages,
      placeholders: row.placeholders,
      variants: row.variants.map(({ language, network, body }) => ({ language, network, body })),
      validFrom: row.valid_from?.toISOString() ?? null,
      validUntil: row.valid_until?.toISOString() ?? null,
      reviewOn: row.review_on?.toISOString() ?? null,
    },
    variants: row.variants,
    approvals: row.approvals.filter((approval) => !approval.void),
    earlierDecisions: row.approvals.filter((approval) => approval.void),
    contentHash: row.content_hash,
    hashRule: row.hash_rule,
    createdAt: row.created_at,
    submittedAt: row.submitted_at,
    approvedAt: row.approved_at,
    closedAt: row.closed_at,
    closedReason: row.closed_reason,
  };
}
