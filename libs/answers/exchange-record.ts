import type { AnswerKind, Placeholder, VersionContent } from './contract.js';
import type { VersionRecord } from './version-record.js';

/** A version as files hold it: departments by key and the topic by name, since ids mean nothing elsewhere. */
export interface ExchangedContent {
  question: { fr: string; en: string };
  wordings: { fr: string[]; en: string[] };
  topic: string | null;
  sensitivity: string;
  levelMin: number;
  levelMax: number;
  strategy: string;
  departments: string[];
  doNotSay: string;
  proofPoints: string[];
  keyMessages: { id: string; text: string }[];
  placeholders: Placeholder[];
  variants: { language: string; network: string | null; body: string }[];
  validFrom: string | null;
  validUntil: string | null;
  reviewOn: string | null;
}

/** What is known of a version besides its content; import never reads it. */
export interface ExchangedRecord {
  number: number;
  state: string;
  author: string;
  createdAt: string;
  submittedAt: string | null;
  approvedAt: string | null;
  closedAt: string | null;
  closedReason: string | null;
  contentHash: string | null;
  approvals: { department: string; decision: string; by: string; at: string; comment: string | null }[];
}

export interface ExchangedAnswer {
  key: string;
  kind: AnswerKind;
  owner: string | null;
  /** Newest first. */
  versions: (ExchangedRecord & ExchangedContent)[];
}

/** Departments and topics by what they are called in files, and the other way round. */
export interface References {
  departmentIds: ReadonlyMap<string, string>;
  departmentKeys: ReadonlyMap<string, string>;
  /** By name in lower case. */
  topicIds: ReadonlyMap<string, string>;
  topicNames: ReadonlyMap<string, string>;
}

export function exchangedContent(content: VersionContent, references: References): ExchangedContent {
  const { topicId, departmentIds, ...rest } = content;
  return {
    ...rest,
    topic: topicId === null ? null : (references.topicNames.get(topicId) ?? null),
    departments: departmentIds.map((id) => references.departmentKeys.get(id) ?? id),
  };
}

export function exchangedVersion(
  version: VersionRecord,
  references: References,
): ExchangedRecord & ExchangedContent {
  return {
    number: version.number,
    state: version.state,
    ...exchangedContent(version.content, references),
    author: version.author.name,
    createdAt: version.createdAt.toISOString(),
    submittedAt: version.submittedAt?.toISOString() ?? null,
    approvedAt: version.approvedAt?.toISOString() ?? null,
    closedAt: version.closedAt?.toISOString() ?? null,
    closedReason: version.closedReason,
    contentHash: version.contentHash,
    approvals: version.approvals.map(({ departmentId, decision, person, at, comment }) => ({
      department: references.departmentKeys.get(departmentId) ?? departmentId,
      decision,
      by: person.name,
      at: new Date(at).toISOString(),
      comment,
    })),
  };
}
