import { createHash } from 'node:crypto';
import type { AnswerKind, VersionContent } from './contract.js';

/** What a version says and where it may be said; the topic and the review date may change without new approval. */
export type HashedContent = Omit<VersionContent, 'topicId' | 'reviewOn'> & {
  answerId: string;
  kind: AnswerKind;
  number: number;
};

/**
 * Which fields a hash covers. An approval stands on the hash it was given on, so a rule is never changed: a new field
 * means a new rule, for what is submitted from then on.
 *
 * 1: the question and its wordings, the texts, the blanks, where they may be used, what the reader is told.
 * 2: also the key messages and the kind of the answer.
 */
export const HASH_RULES = [1, 2] as const;
export type HashRule = (typeof HASH_RULES)[number];
/** The rule for what is submitted now. */
export const CURRENT_HASH_RULE: HashRule = 2;

/**
 * SHA-256 (hex) over everything an approver approves, in a canonical form: keys sorted, departments and variants in a
 * fixed order, moments in UTC. The same meaning always gives the same hash, whatever the database returns first.
 */
export function contentHash(content: HashedContent, rule: HashRule = CURRENT_HASH_RULE): string {
  const canonical = {
    answerId: content.answerId,
    number: content.number,
    question: content.question,
    wordings: content.wordings,
    sensitivity: content.sensitivity,
    levelMin: content.levelMin,
    levelMax: content.levelMax,
    strategy: content.strategy,
    departmentIds: [...new Set(content.departmentIds)].sort(),
    doNotSay: content.doNotSay,
    proofPoints: content.proofPoints,
    placeholders: content.placeholders,
    variants: content.variants
      .map(({ language, network, body }) => ({ language, network, body }))
      .sort((a, b) => compare(a.language, b.language) || compare(a.network ?? '', b.network ?? '')),
    validFrom: content.validFrom === null ? null : new Date(content.validFrom).toISOString(),
    validUntil: content.validUntil === null ? null : new Date(content.validUntil).toISOString(),
    // Under the first rule there were no key messages: any that turn up since were not approved, and must show.
    ...(rule === 1 && content.keyMessages.length === 0
      ? {}
      : {
          rule: 2,
          kind: content.kind,
          keyMessages: content.keyMessages.map(({ id, text }) => ({ id, text })),
        }),
  };
  return createHash('sha256').update(canonicalJson(canonical)).digest('hex');
}

/** JSON with sorted keys and without undefined members (jsonb keeps neither order nor undefined). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => compare(a, b))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
